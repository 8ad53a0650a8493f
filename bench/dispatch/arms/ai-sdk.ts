import { generateText, isStepCount, tool } from 'ai';
import type { Arm } from '../arm.ts';
import { args, description, forecast, input, name } from '../trivial-tool.ts';

type Model = Exclude<Parameters<typeof generateText>[0]['model'], string>;
type Generate = Extract<Model, { specificationVersion: 'v4' }>['doGenerate'];

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};

/** A model that costs nothing: asks for the tool, and then says that it is done. */
const doGenerate: Generate = ({ prompt }) => {
  const answered = prompt.some(({ role }) => role === 'tool');
  const content: Awaited<ReturnType<Generate>>['content'] = answered
    ? [{ type: 'text', text: 'done' }]
    : [{ type: 'tool-call', toolCallId: 'call', toolName: name, input: JSON.stringify(args) }];
  const finishReason = answered
    ? { unified: 'stop' as const, raw: undefined }
    : { unified: 'tool-calls' as const, raw: undefined };
  return Promise.resolve({ content, finishReason, usage, warnings: [] });
};

const model = {
  specificationVersion: 'v4',
  provider: 'none',
  modelId: 'none',
  supportedUrls: {},
  doGenerate,
  doStream: () => Promise.reject(new Error('not asked for')),
} satisfies Model;

const tools = { [name]: tool({ description, inputSchema: input, execute: forecast }) };

export const aiSdk: Arm = {
  id: 'ai-sdk-turn',
  title: 'AI SDK, generateText with one tool call, free model',
  call: () => generateText({ model, tools, prompt: 'weather', stopWhen: isStepCount(2) }),
};
