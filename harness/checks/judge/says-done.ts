import type { RecordOf } from '../../contract/history.ts';
import type { Promises } from '../../contract/promises.ts';

/** RFC 6455 section 7.4.1. */
const fulfilled = 1000;
const goingAway = 1001;

/**
 * Whether a target ended this connection as if nothing more were to come. A close frame without a code says so like
 * 1000: clients are told of a clean end. Who goes away and promises that runs can be resumed may mean "come back".
 */
export function saysDone({ cause, code }: RecordOf<'close'>, { capabilities }: Promises): boolean {
  if (cause === 'stream-end') return true;
  if (cause !== 'close-frame') return false;
  if (code === goingAway) return !capabilities.includes('resume');
  return code === undefined || code === fulfilled;
}
