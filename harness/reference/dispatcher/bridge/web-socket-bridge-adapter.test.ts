import { expect, it } from 'vitest';
import { contextOf } from '../testing/context-of.ts';
import { RecordingSink } from '../testing/recording-sink.ts';
import { WebSocketBridgeAdapter } from './web-socket-bridge-adapter.ts';

function openBridge(sink: RecordingSink) {
  return new WebSocketBridgeAdapter(contextOf('ada'), sink, { agentName: 'helper' });
}

it('addresses every event to its own user, thread and run', async () => {
  const sink = new RecordingSink();
  const bridge = openBridge(sink);
  await bridge.notifyAgentStarted({ status: 'started', message: 'go', context: {} });
  await bridge.notifyAgentThinking({ status: 'thinking', reasoning: 'hm', step_number: 1 });
  await bridge.notifyToolExecuting({
    status: 'executing',
    tool_name: 'echo',
    tool_call_id: 'c1',
    parameters: {},
    message: 'go',
  });
  await bridge.notifyToolCompleted({
    status: 'completed',
    tool_name: 'echo',
    tool_call_id: 'c1',
    execution_time_ms: 1,
  });
  await bridge.notifyProgress({ status: 'half way' });
  await bridge.notifyCustom({ type: 'agent_cancelled', payload: { status: 'x', reason: 'y' } });
  await bridge.notifyAgentError({ status: 'failed', error_code: 'X', error_message: 'y' });
  await bridge.notifyAgentCompleted({
    status: 'completed',
    result: 'done',
    execution_time_ms: 1,
    fallbacks: 0,
  });
  expect(sink.drafts.map(({ type }) => type)).toEqual([
    'agent_started',
    'agent_thinking',
    'tool_executing',
    'tool_completed',
    'progress_update',
    'agent_cancelled',
    'agent_error',
    'agent_completed',
  ]);
  for (const draft of sink.drafts) {
    expect(draft).toMatchObject({
      user_id: 'ada',
      thread_id: 'thread-ada',
      run_id: 'run-ada-1',
      agent_name: 'helper',
    });
  }
});

it('settles with the delivery, and rejects with the error of the sink', async () => {
  const delivery = { seq: 7, connections: 2 };
  const taken = openBridge(new RecordingSink(() => Promise.resolve(delivery)));
  expect(await taken.notifyProgress({ status: 'x' })).toBe(delivery);
  const lost = openBridge(new RecordingSink(() => Promise.reject(new Error('gone'))));
  await expect(lost.notifyProgress({ status: 'x' })).rejects.toThrow('gone');
});

it('rejects, and does not throw, when the sink throws', async () => {
  const broken = openBridge(
    new RecordingSink(() => {
      throw new Error('broken');
    }),
  );
  await expect(broken.notifyProgress({ status: 'x' })).rejects.toThrow('broken');
});
