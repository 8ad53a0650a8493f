import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { PriorDelivery } from '../../contract/check.ts';
import type { FrameRecord } from '../../contract/history.ts';
import type { Promises } from '../../contract/promises.ts';

/**
 * Whether an event that was delivered before is told as a repetition: the target marks it, or may repeat, or says
 * the same thing again after a reconnect (whether it had to mark that is for RES-DUP to judge).
 */
export function isRepeat(
  { duplicates }: Promises,
  prior: PriorDelivery | undefined,
  record: FrameRecord,
  event: CanonicalEvent,
): boolean {
  if (prior === undefined) return false;
  if (event.replay === true) return duplicates !== 'never';
  return duplicates === 'allowed' || (prior.equal && prior.epoch < record.epoch);
}
