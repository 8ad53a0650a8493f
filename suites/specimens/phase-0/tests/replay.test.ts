import { expect, test } from 'vitest';
import { ReplayToolDispatcher, readCalls } from '../scripts/replay-calls.ts';

test('a saved call runs again', async () => {
  const dispatcher = new ReplayToolDispatcher(new Map());
  const calls = dispatcher.listTools().length === 0 ? [] : readCalls('calls.ndjson');
  for (const call of calls) {
    const result = await dispatcher.dispatch(call);
    expect(result.status).toBe('completed');
  }
});
