import { isTerminalKind } from '../../../contract/event-kind.ts';
import type { WireEvent, WireEventOf } from '../../../contract/wire-event.ts';
import type { EventDraft, EventSink } from '../../dispatcher/parts.ts';
import type { EventLog } from '../events/event-log.ts';
import type { StoredRun } from '../store/run-store.ts';
import type { Store } from '../store/store.ts';
import { RunStoppedError } from './run-stopped-error.ts';

/** Name under which the platform itself speaks when no agent can any more. */
const recoveryName = 'platform';

type Body = Pick<EventDraft, 'type' | 'payload'>;

const interrupted = new RunStoppedError('RUN_INTERRUPTED');

/**
 * Gives a run whose process died what it still owes: its start if it never said anything, an end for every
 * tool that was announced, and a terminal. A run that only missed its mark in the store gets just that.
 */
export async function closeAbandonedRun(
  run: StoredRun,
  store: Store,
  log: EventLog,
): Promise<void> {
  const said = (await store.events.readAfter(run.runId, 0)).map(
    (text) => JSON.parse(text) as WireEvent,
  );
  if (!said.some(({ type }) => isTerminalKind(type))) {
    log.open(run.runId, said.length);
    await say(run, log, [...missingStart(said), ...openTools(said).map(endTool), terminal()]);
  }
  await store.runs.end(run.runId, Date.now());
}

async function say(run: StoredRun, sink: EventSink, bodies: readonly Body[]): Promise<void> {
  for (const body of bodies) {
    await sink.publish({
      ...body,
      run_id: run.runId,
      thread_id: run.threadId,
      user_id: run.userId,
      agent_name: recoveryName,
    } as EventDraft);
  }
}

function missingStart(said: readonly WireEvent[]): Body[] {
  if (said.length > 0) return [];
  const payload = { status: 'started', message: interrupted.message, context: {} };
  return [{ type: 'agent_started', payload }];
}

function openTools(said: readonly WireEvent[]): WireEventOf<'tool_executing'>[] {
  const ended = new Set(
    said.flatMap((event) => (event.type === 'tool_completed' ? event.payload.tool_call_id : [])),
  );
  return said
    .filter((event) => event.type === 'tool_executing')
    .filter(({ payload }) => !ended.has(payload.tool_call_id));
}

function endTool({ payload }: WireEventOf<'tool_executing'>): Body {
  return {
    type: 'tool_completed',
    payload: {
      status: 'cancelled',
      tool_name: payload.tool_name,
      tool_call_id: payload.tool_call_id,
      error: { code: interrupted.code, message: interrupted.message },
      execution_time_ms: 0,
    },
  };
}

function terminal(): Body {
  const payload = {
    status: 'failed',
    error_code: interrupted.code,
    error_message: interrupted.message,
  };
  return { type: 'agent_error', payload };
}
