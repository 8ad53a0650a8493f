import type { Promises } from '../../contract/promises.ts';

/** For checks that judge sequence numbers. */
export function needsSequence({ sequence }: Promises): true | string {
  return sequence !== undefined || 'the target promises no sequence numbers';
}
