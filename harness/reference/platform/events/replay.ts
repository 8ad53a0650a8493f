import type { ConnectionFrame } from '../../../contract/wire-connection.ts';
import type { EventStore } from '../store/event-store.ts';
import type { StoredRun } from '../store/run-store.ts';

/** Declares stored frames as repetitions. */
export function markReplay(frames: readonly string[]): readonly string[] {
  return frames.map((text) => `${text.slice(0, -1)},"replay":true}`);
}

function describeCursor(run: StoredRun, afterSeq: number, lastSeq: number): ConnectionFrame {
  const in_reply_to = run.runId;
  if (lastSeq === 0 && run.endedAt !== null) {
    const message = 'the events of this run are no longer kept; read its thread';
    return { type: 'error', code: 'EVENTS_EXPIRED', message, in_reply_to };
  }
  if (afterSeq > lastSeq) {
    const message = `the run has events up to ${lastSeq}; after_seq is beyond`;
    return { type: 'error', code: 'CURSOR_UNKNOWN', message, in_reply_to };
  }
  return { type: 'resume_completed', run_id: run.runId, last_seq: lastSeq };
}

export interface Replay {
  readonly texts: readonly string[];
  readonly lastSeq: number;
}

/**
 * The frames that answer a `resume`: the stored events after the cursor, declared as replay, then `resume_completed`;
 * or one `error` when the cursor is beyond the run or its events are no longer kept.
 */
export async function openReplay(
  events: EventStore,
  run: StoredRun,
  afterSeq: number,
  mark: typeof markReplay,
): Promise<Replay> {
  const lastSeq = await events.lastSeqOf(run.runId);
  const end = JSON.stringify(describeCursor(run, afterSeq, lastSeq));
  const texts = [...mark(await events.readAfter(run.runId, afterSeq)), end];
  return { texts, lastSeq };
}
