import { afterEach, expect, it } from 'vitest';
import { startPlatform } from '../start-platform.ts';
import { connectUser } from '../testing/chat-client.ts';
import { startMockModel, type ModelReply } from '../testing/mock-model.ts';

const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function startWith(replies: readonly ModelReply[]) {
  const model = await startMockModel(replies);
  cleanups.push(() => model.stop());
  const errors: unknown[] = [];
  const platform = await startPlatform({
    demoUsers: true,
    model: { baseUrl: model.baseUrl, model: 'mock', instructions: 'Be brief.' },
    reportError: (error) => errors.push(error),
  });
  cleanups.push(() => platform.stop());
  const client = await connectUser(platform);
  return { model, client, errors };
}

it('a model calls tools through the dispatcher of the run and streams its answer', async () => {
  const { model, client } = await startWith([
    { tool: 'echo', parameters: { text: 'nonce' } },
    { texts: ['The tool ', 'said: ', 'nonce 🌍'] },
  ]);
  const events = await client.converse('What does the tool say?');
  expect(events.map(({ type }) => type)).toEqual([
    'agent_started',
    'agent_thinking',
    'tool_executing',
    'tool_completed',
    'agent_thinking',
    'message_delta',
    'message_delta',
    'message_delta',
    'agent_completed',
  ]);
  expect(events.at(-1)).toMatchObject({ payload: { result: 'The tool said: nonce 🌍' } });
  expect(model.requests[0]).toMatchObject({
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'What does the tool say?' },
    ],
    tools: expect.arrayContaining([
      expect.objectContaining({ function: expect.objectContaining({ name: 'echo' }) }),
    ]),
  });
});

it('a model is told that its tool failed, and goes on', async () => {
  const { model, client } = await startWith([
    { tool: 'fail', parameters: {} },
    { texts: ['It failed.'] },
  ]);
  const events = await client.converse('Try it.');
  expect(events.find(({ type }) => type === 'tool_completed')).toMatchObject({
    payload: { status: 'failed' },
  });
  expect(JSON.stringify(model.requests[1])).toContain('TOOL_FAILED');
  expect(events.at(-1)).toMatchObject({ type: 'agent_completed' });
});

it('a model that refuses ends the run with an error, whose reason is for the operator', async () => {
  const { client, errors } = await startWith([{ status: 400 }]);
  const events = await client.converse('Hello?');
  expect(events.at(-1)).toMatchObject({
    type: 'agent_error',
    payload: { error_code: 'AGENT_FAILED' },
  });
  expect(JSON.stringify(events)).not.toContain('mock model');
  expect(String(errors)).toContain('the mock model fails');
});
