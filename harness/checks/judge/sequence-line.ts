import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { SequenceLine } from '../../contract/check.ts';
import type { FrameRecord } from '../../contract/history.ts';

export function emptyLine(): SequenceLine {
  return {
    low: undefined,
    high: undefined,
    distinct: 0,
    last: undefined,
    epoch: 0,
    replaying: false,
  };
}

/** Takes a number into the line, once all checks were told of it. */
export function advance(
  line: SequenceLine,
  seq: number,
  record: { readonly n: number; readonly epoch: number },
  seen: { readonly before: boolean; readonly replay: boolean },
): void {
  if (line.low === undefined || seq < line.low) line.low = seq;
  if (line.high === undefined || seq > line.high) line.high = seq;
  if (!seen.before) line.distinct += 1;
  line.last = record.n;
  line.epoch = record.epoch;
  line.replaying = seen.replay;
}

/** Whether an event is numbered and not simply the next one of its line: first, higher, lower, or after an absence. */
export function isLeap(
  record: FrameRecord,
  { seq, replay }: CanonicalEvent,
  line: SequenceLine | undefined,
): boolean {
  if (seq === undefined || line === undefined) return false;
  if (line.high === undefined || seq !== line.high + 1) return true;
  return replay === true || line.replaying || record.epoch !== line.epoch;
}
