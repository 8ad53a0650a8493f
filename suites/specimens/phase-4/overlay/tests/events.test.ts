import { expect, test } from 'vitest';
import { createToolDispatcher, offerTool } from '../dispatch/index.ts';
import { openChat } from './recording-bridge.ts';

offerTool({ name: 'work', description: 'Works', run: async () => 'done' });
offerTool({ name: 'break', description: 'Breaks', run: () => Promise.reject(new Error('no')) });

test.each([
  ['work', 'completed'],
  ['break', 'failed'],
])('%s is announced and ends as %s', async (tool, status) => {
  const chat = openChat('one');
  const dispatcher = await createToolDispatcher(chat.context, chat.bridge);
  await dispatcher.dispatch({ tool, callId: 'call-1', parameters: {} });
  expect(chat.told.map(({ type }) => type)).toEqual(['tool_executing', 'tool_completed']);
  expect(chat.told[1]?.payload).toMatchObject({ status, tool_call_id: 'call-1' });
});

test('a tool that nobody offers is refused and never announced', async () => {
  const chat = openChat('one');
  const dispatcher = await createToolDispatcher(chat.context, chat.bridge);
  const result = await dispatcher.dispatch({ tool: 'ghost', callId: 'call-1', parameters: {} });
  expect(result.status).toBe('refused');
  expect(chat.told.map(({ type }) => type)).toEqual(['progress_update']);
});
