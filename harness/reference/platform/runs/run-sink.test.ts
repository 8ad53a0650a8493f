import { expect, it } from 'vitest';
import type { EventDraft } from '../../dispatcher/parts.ts';
import { createUserExecutionContext } from '../../dispatcher/user-execution-context.ts';
import { ActiveRun } from './active-run.ts';
import { openRunSink } from './run-sink.ts';

const context = createUserExecutionContext({
  userId: 'anna',
  threadId: 'thread',
  runId: 'run',
  requestId: 'request',
});
const head = { run_id: 'run', thread_id: 'thread', user_id: 'anna', agent_name: 'a' };
const thought: EventDraft = {
  ...head,
  type: 'agent_thinking',
  payload: { status: 'thinking', reasoning: 'hm', step_number: 1 },
};
const toolEnd: EventDraft = {
  ...head,
  type: 'tool_completed',
  payload: { status: 'cancelled', tool_name: 't', tool_call_id: 'c', execution_time_ms: 1 },
};
const terminal: EventDraft = {
  ...head,
  type: 'agent_cancelled',
  payload: { status: 'cancelled', reason: 'r' },
};

function open() {
  const run = new ActiveRun(context, 'content');
  const said: string[] = [];
  const log = {
    publish: async ({ type }: EventDraft) => ({ seq: said.push(type), connections: 1 }),
  };
  return { run, said, sink: openRunSink(log, run) };
}

it('from the cancel on a run says nothing but what closes it', async () => {
  const { run, said, sink } = open();
  await sink.publish(thought);
  expect(run.cancel()).toBe(true);
  await expect(sink.publish(thought)).rejects.toThrow('cancelled');
  await sink.publish(toolEnd);
  await sink.publish(terminal);
  expect(said).toEqual(['agent_thinking', 'tool_completed', 'agent_cancelled']);
});

it('a run whose answer is on its way cannot be cancelled, and the other way round', () => {
  const answered = open().run;
  answered.settle();
  expect(answered.cancel()).toBe(false);
  const cancelled = open().run;
  cancelled.cancel();
  expect(() => cancelled.settle()).toThrow('cancelled');
});
