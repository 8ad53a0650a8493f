import type { CallTrack } from '../../contract/check.ts';
import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { FrameRecord } from '../../contract/history.ts';
import { noCalls, type RunView } from './run-entry.ts';

/** Brings the call of a tool event up to date and returns it; `undefined` for other events. */
export function followCall(
  run: RunView,
  record: FrameRecord,
  event: CanonicalEvent,
): CallTrack | undefined {
  if (event.kind !== 'tool_executing' && event.kind !== 'tool_completed') return undefined;
  if (run.calls === noCalls) run.calls = new Map();
  const { calls } = run;
  const id = event.call ?? nextInOrder(calls, event);
  let call = calls.get(id);
  if (call === undefined) {
    call = emptyCall(id);
    calls.set(id, call);
  }
  call.tool ??= event.tool;
  if (event.kind === 'tool_executing') {
    call.executions += 1;
    call.executing ??= record.n;
    call.clock ??= event.clock;
  } else {
    call.completions += 1;
    call.completed ??= record.n;
    call.outcome ??= event.outcome;
  }
  return call;
}

function emptyCall(id: string): CallTrack {
  return {
    id,
    tool: undefined,
    executing: undefined,
    completed: undefined,
    executions: 0,
    completions: 0,
    outcome: undefined,
    clock: undefined,
  };
}

/** Without ids, the first unfinished call of the same tool is the one that completes. */
function nextInOrder(calls: ReadonlyMap<string, CallTrack>, event: CanonicalEvent): string {
  const wanted = event.kind === 'tool_executing' ? 'executing' : 'completed';
  for (const call of calls.values()) {
    if (call.tool === event.tool && call[wanted] === undefined) return call.id;
  }
  return `${event.tool ?? 'tool'} #${calls.size + 1}`;
}
