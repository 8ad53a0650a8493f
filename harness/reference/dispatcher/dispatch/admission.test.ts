import { expect, it } from 'vitest';
import { z } from 'zod';
import { openDispatcher } from '../testing/open-dispatcher.ts';
import { echo } from '../testing/sample-tools.ts';
import { defineTool } from '../tool/define-tool.ts';

it('refuses arguments beyond the size limit', async () => {
  const { dispatcher, sink } = await openDispatcher({
    tools: [echo],
    limits: { maxArgumentsSize: 50 },
  });
  const call = { tool: 'echo', callId: 'c1', parameters: { text: 'x'.repeat(60) } };
  expect(await dispatcher.dispatch(call)).toMatchObject({
    status: 'refused',
    error: { code: 'TOOL_ARGUMENTS_TOO_LARGE' },
  });
  expect(sink.story).toEqual(['progress_update tool_refused']);
});

it('says where the arguments differ from the schema', async () => {
  const { dispatcher } = await openDispatcher({ tools: [echo] });
  const call = { tool: 'echo', callId: 'c1', parameters: { text: 7 } };
  expect(await dispatcher.dispatch(call)).toMatchObject({
    error: { message: expect.stringMatching(/expected string.*at text/s) },
  });
});

it('hands the parsed arguments to the tool and shows the given ones', async () => {
  const double = defineTool({
    name: 'double',
    description: 'Doubles a number that may come as text.',
    input: z.object({ n: z.coerce.number(), times: z.number().default(2) }),
    output: z.number(),
    execute: ({ n, times }) => n * times,
  });
  const { dispatcher, sink } = await openDispatcher({ tools: [double] });
  const call = { tool: 'double', callId: 'c1', parameters: { n: '21' } };
  expect(await dispatcher.dispatch(call)).toMatchObject({ value: 42 });
  expect(sink.payloads('tool_executing')).toMatchObject([{ parameters: { n: '21' } }]);
});

const throwing = {
  toJSON() {
    throw new Error('unreadable');
  },
};
const broken = defineTool({
  name: 'broken',
  description: 'Has a schema that throws.',
  input: z.object({}).refine(() => {
    throw new Error('unreadable');
  }),
  output: z.unknown(),
  execute: () => undefined,
});

it.each([
  ['arguments', { tool: 'echo', callId: 'c1', parameters: { text: throwing } }],
  ['a schema', { tool: 'broken', callId: 'c1', parameters: {} }],
])('refuses when %s throw', async (_what, call) => {
  const { dispatcher } = await openDispatcher({ tools: [echo, broken] });
  expect(await dispatcher.dispatch(call)).toMatchObject({
    status: 'refused',
    error: { code: 'TOOL_ARGUMENTS_INVALID', message: expect.stringContaining('unreadable') },
  });
  expect(dispatcher.metrics()).toMatchObject({ pending: 0, refused: 1 });
});
