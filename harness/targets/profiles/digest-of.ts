import { hash } from 'node:crypto';

/** Equal digests are equal values. */
export function digestOf(value: unknown): string {
  return hash('sha1', JSON.stringify(value) ?? '', 'base64url');
}
