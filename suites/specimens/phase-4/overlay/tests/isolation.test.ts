import { expect, test } from 'vitest';
import { createToolDispatcher, offerTool } from '../dispatch/index.ts';
import { openChat } from './recording-bridge.ts';

offerTool({
  name: 'whoami',
  description: 'Says whose chat it is',
  run: async (_, { userId }) => userId,
});

test('interleaved chats are told only their own', async () => {
  const chats = Array.from({ length: 8 }, (_, index) => openChat(`customer-${index}`));
  const dispatchers = await Promise.all(
    chats.map(({ context, bridge }) => createToolDispatcher(context, bridge)),
  );
  const results = await Promise.all(
    dispatchers.map((one) => one.dispatch({ tool: 'whoami', callId: 'call-1', parameters: {} })),
  );
  expect(results.map((result) => 'value' in result && result.value)).toEqual(
    chats.map(({ context }) => context.userId),
  );
  expect(chats.map(({ told }) => told.map(({ user_id }) => user_id))).toEqual(
    chats.map(({ context }) => [context.userId, context.userId]),
  );
});
