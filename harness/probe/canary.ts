import { createHash } from 'node:crypto';

/** Every canary starts with this, so that one search per frame is enough. */
export const canaryPrefix = 'gpc-';

/** A secret string for one owner and purpose: the same for the same seed, unlike any other. */
export function makeCanary(seed: string, owner: string, purpose: string): string {
  const digest = createHash('sha256').update(`${seed}\n${owner}\n${purpose}`).digest('hex');
  return canaryPrefix + digest.slice(0, 20);
}
