import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { FrameRecord } from '../../contract/history.ts';
import type { Promises } from '../../contract/promises.ts';
import type { RunView } from './run-entry.ts';

/**
 * Whether an event that was delivered before is told as a repetition: the target marks it, or may repeat, or says
 * the same thing again after a reconnect (whether it had to mark that is for RES-DUP to judge).
 */
export function isRepeat(
  promises: Promises,
  view: RunView,
  record: FrameRecord,
  event: CanonicalEvent,
): boolean {
  const { duplicates } = promises;
  const { prior } = view;
  if (prior === undefined) return event.replay === true && isKnownByPlace(promises, view, event);
  if (event.replay === true) return duplicates !== 'never';
  return duplicates === 'allowed' || (prior.equal && prior.epoch < record.epoch);
}

/** Where neither a number nor a name tells events apart, the start of a run and its terminal are still known. */
function isKnownByPlace(
  { duplicates, sequence, terminal }: Promises,
  view: RunView,
  { kind, seq }: CanonicalEvent,
): boolean {
  if (duplicates === 'never' || terminal.per === 'turn') return false;
  if (sequence !== undefined && seq !== undefined && sequence.resets_on !== 'epoch') return false;
  if (kind === 'agent_started') return view.start !== undefined;
  return kind === view.terminalKind;
}
