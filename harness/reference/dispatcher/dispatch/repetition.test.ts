import { expect, it } from 'vitest';
import { GatedTool } from '../testing/gated-tool.ts';
import { openDispatcher } from '../testing/open-dispatcher.ts';
import { echo } from '../testing/sample-tools.ts';

const call = { tool: 'echo', callId: 'c1', parameters: { text: 'x' } };

it('runs a repeated call once and gives the same result to both', async () => {
  const gate = new GatedTool();
  const { dispatcher, sink } = await openDispatcher({ tools: [gate.tool] });
  const repeated = { tool: 'gated', callId: 'c1', parameters: { city: 'Oslo' } };
  const first = dispatcher.dispatch(repeated);
  const second = dispatcher.dispatch({ ...repeated, parameters: { city: 'Oslo' } });
  gate.release('c1');
  expect(await second).toBe(await first);
  expect(await dispatcher.dispatch(repeated)).toBe(await first);
  expect(gate.started).toEqual(['c1']);
  expect(sink.story).toEqual(['tool_executing', 'tool_completed completed']);
  expect(dispatcher.metrics()).toMatchObject({ completed: 1, pending: 0 });
});

it.each([
  ['other arguments', { ...call, parameters: { text: 'y' } }],
  ['another tool', { ...call, tool: 'gated' }],
])('refuses a call id that comes back with %s', async (_what, other) => {
  const { dispatcher, sink } = await openDispatcher({ tools: [echo, new GatedTool().tool] });
  await dispatcher.dispatch(call);
  expect(await dispatcher.dispatch(other)).toMatchObject({
    status: 'refused',
    error: { code: 'TOOL_CALL_ID_REUSED' },
  });
  expect(sink.story).toEqual([
    'tool_executing',
    'tool_completed completed',
    'progress_update tool_refused',
  ]);
  expect(dispatcher.metrics().pending).toBe(0);
});

it('refuses a call without an id', async () => {
  const { dispatcher } = await openDispatcher({ tools: [echo] });
  expect(await dispatcher.dispatch({ ...call, callId: '' })).toMatchObject({
    error: { code: 'TOOL_CALL_ID_MISSING' },
  });
});
