import { createHash } from 'node:crypto';
import type { CanonicalEvent } from '../../harness/contract/canonical-event.ts';
import {
  historyFormat,
  type HistoryHeader,
  type HistoryRecord,
} from '../../harness/contract/history.ts';
import { strictPromises } from '../../harness/checks/testing/history-builder.ts';

export const header: HistoryHeader = {
  format: historyFormat,
  tool_version: 'bench',
  target: 'made',
  profile: 'made',
  promises: strictPromises,
  journey: 'made',
  seed: 'made',
  started_at: '2026-01-01T00:00:00.000Z',
  environment: { node: 'v24', platform: 'bench', cpu: '', cores: 1, memory_mb: 1, ci: false },
};

interface Session {
  readonly connection: string;
  readonly user: string;
  readonly canary: string;
  script: Iterator<Saying> | undefined;
}

interface Saying {
  readonly event: CanonicalEvent;
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * A clean history as a recorder writes it: many sessions, interleaved, each with one run after the other. Yields until
 * about `events` events were received. Only what a recorder would know is in it, and nothing is kept.
 */
export function* makeHistory(events: number, sessions = 2_000): Generator<HistoryRecord> {
  let n = 0;
  let at = 0;
  let runs = 0;
  let received = 0;
  const stamp = () => ({ n: n++, at: (at += 0.02), wall: 1_767_225_600_000 + Math.floor(at) });
  const crew = Array.from({ length: sessions }, (_, index): Session => {
    const user = `user-${index}`;
    const canary = `gpc-${createHash('sha256').update(user).digest('hex').slice(0, 20)}`;
    return { connection: `${user}#1`, user, canary, script: undefined };
  });
  for (const { connection, user, canary } of crew) {
    yield {
      type: 'open',
      ...stamp(),
      connection,
      epoch: 0,
      user,
      outcome: 'accepted',
      protocol: 'v1',
    };
    yield { type: 'plant', ...stamp(), canary, user, via: 'tool' };
  }
  while (received < events) {
    for (const session of crew) {
      const { connection, user } = session;
      const link = { connection, epoch: 0 };
      const saying = session.script?.next();
      if (saying === undefined || saying.done === true) {
        runs += 1;
        const run = `run-${createHash('md5').update(String(runs)).digest('hex')}`;
        const sent = JSON.stringify({
          type: 'chat_message',
          content: `echo ${session.canary}`,
          idempotency_key: run,
        });
        yield {
          type: 'act',
          ...stamp(),
          connection,
          user,
          act: 'chat',
          key: run,
          expects: ['agent_started', 'tool_executing', 'agent_completed'],
        };
        yield {
          type: 'frame',
          ...stamp(),
          ...link,
          direction: 'sent',
          raw: sent,
          encoding: 'text',
          bytes: sent.length,
          events: [],
        };
        session.script = script(run, session);
        continue;
      }
      const { event, payload } = saying.value;
      const raw = JSON.stringify(wire(event, payload));
      received += 1;
      yield {
        type: 'frame',
        ...stamp(),
        ...link,
        direction: 'received',
        raw,
        encoding: 'text',
        bytes: raw.length,
        events: [event],
      };
    }
  }
  yield { type: 'end', ...stamp(), reason: 'complete' };
}

function wire(event: CanonicalEvent, payload: Saying['payload']): unknown {
  if (event.run === undefined || event.kind === 'message_accepted') {
    return {
      type: event.kind,
      idempotency_key: event.key,
      thread_id: event.thread,
      run_id: event.run,
    };
  }
  return {
    type: event.kind,
    event_id: event.id,
    seq: event.seq,
    run_id: event.run,
    thread_id: event.thread,
    user_id: event.user,
    agent_name: event.agent,
    timestamp: '2026-01-01T00:00:00.000Z',
    payload,
  };
}

function* script(run: string, { user, canary }: Session): Generator<Saying> {
  const thread = `thread-${run}`;
  yield { event: { kind: 'message_accepted', key: run, thread, run }, payload: {} };
  let seq = 0;
  const say = (
    kind: CanonicalEvent['kind'],
    rest: Partial<CanonicalEvent>,
    payload: Saying['payload'],
  ): Saying => {
    seq += 1;
    const event = {
      kind,
      id: `${run}-${seq}`,
      user,
      thread,
      run,
      agent: 'assistant',
      seq,
      clock: 1_767_225_600_000,
    };
    return { event: { ...event, ...rest }, payload };
  };
  yield say('agent_started', {}, { status: 'started', message: 'on it', context: {} });
  yield say(
    'agent_thinking',
    {},
    { status: 'thinking', reasoning: 'A tool can answer that.', step_number: 1 },
  );
  const call = `${run}-call`;
  yield say(
    'tool_executing',
    { call, tool: 'echo' },
    {
      status: 'executing',
      tool_name: 'echo',
      tool_call_id: call,
      parameters: { text: canary },
      message: 'echo',
    },
  );
  yield say(
    'tool_completed',
    { call, tool: 'echo', outcome: 'completed' },
    {
      status: 'completed',
      tool_name: 'echo',
      tool_call_id: call,
      result: canary,
      execution_time_ms: 1,
    },
  );
  const pieces = ['The tool says ', canary, ', and that is ', 'all there is ', 'to say.'];
  let offset = 0;
  for (const text of pieces) {
    yield say(
      'message_delta',
      { message: `${run}-m`, offset, text },
      { message_id: `${run}-m`, offset, text },
    );
    offset += text.length;
  }
  const answer = pieces.join('');
  yield say(
    'agent_completed',
    { outcome: 'completed', text: answer, fallbacks: 0 },
    { status: 'completed', result: answer, execution_time_ms: 5, fallbacks: 0 },
  );
}
