import type { Promises } from '../../contract/promises.ts';

/** For checks that judge what happens after a reconnect. */
export function needsResume({ capabilities }: Promises): true | string {
  return capabilities.includes('resume') || 'the target declares no resume';
}
