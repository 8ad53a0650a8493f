import type { EventDraft, EventSink } from '../../dispatcher/parts.ts';
import type { ActiveRun } from './active-run.ts';
import { CancelledError } from './cancelled-error.ts';

/** What a cancelled run still owes its user: the ends of tools that were announced, and its own. */
const closingKinds: ReadonlySet<EventDraft['type']> = new Set([
  'tool_completed',
  'agent_cancelled',
]);

/** Keeps a cancelled run quiet, from the moment the cancel was accepted. */
export function openRunSink(log: EventSink, run: ActiveRun): EventSink {
  return {
    publish: (draft) =>
      run.isCancelled && !closingKinds.has(draft.type)
        ? Promise.reject(new CancelledError())
        : log.publish(draft),
  };
}
