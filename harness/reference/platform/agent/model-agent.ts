import type { ToolSet, TextStreamPart } from 'ai';
import type { ToolDefinition } from '../../dispatcher/index.ts';
import { importOptional } from '../import-optional.ts';
import type { Agent, Turn } from './agent.ts';
import { Speech } from './speech.ts';

/** A model behind any server that speaks the OpenAI chat API. */
export interface ModelOptions {
  /** Up to and without `/chat/completions`, for example `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string;
  /** What the model is told about itself. */
  readonly instructions?: string;
}

/** A model that calls tools for ever would never answer. */
const mostSteps = 16;

/** Loads the packages when it is made. Tools run through the dispatcher of the run, like those of the script. */
export async function createModelAgent(
  options: ModelOptions,
  tools: readonly ToolDefinition[],
): Promise<Agent> {
  const { streamText, isStepCount } = await importOptional('ai', () => import('ai'));
  const { createOpenAICompatible } = await importOptional(
    '@ai-sdk/openai-compatible',
    () => import('@ai-sdk/openai-compatible'),
  );
  const provider = createOpenAICompatible({
    name: 'configured',
    baseURL: options.baseUrl,
    ...(options.apiKey === undefined ? {} : { apiKey: options.apiKey }),
  });
  const model = provider.chatModel(options.model);
  return {
    answer: async (turn) => {
      const history = await turn.readHistory();
      const { stream } = streamText({
        model,
        ...(options.instructions === undefined ? {} : { instructions: options.instructions }),
        messages: history.map(({ role, content }) => ({ role, content })),
        tools: offerTools(turn, tools),
        stopWhen: isStepCount(mostSteps),
        abortSignal: turn.signal,
        // The stream carries the error; it must not go to the console as well.
        onError: () => {},
      });
      return speak(turn, stream, options.model);
    },
  };
}

function offerTools(turn: Turn, tools: readonly ToolDefinition[]): ToolSet {
  return Object.fromEntries(
    tools.map(({ name, description, input }) => [
      name,
      {
        description,
        inputSchema: input,
        execute: async (parameters: Record<string, unknown>, { toolCallId }) => {
          const { signal } = turn;
          const result = await turn.dispatcher.dispatch({
            tool: name,
            callId: `${turn.context.runId}.${toolCallId}`,
            parameters,
            signal,
          });
          // A model can go on after a failure, if it is told.
          return result.status === 'completed' ? result.value : { error: result.error };
        },
      } satisfies ToolSet[string],
    ]),
  );
}

async function speak(
  turn: Turn,
  stream: AsyncIterable<TextStreamPart<ToolSet>>,
  name: string,
): Promise<string> {
  const speech = new Speech(turn.bridge, turn.messageId, turn.signal);
  let step = 0;
  for await (const part of stream) {
    turn.signal.throwIfAborted();
    if (part.type === 'error') throw part.error;
    if (part.type === 'text-delta') await speech.say([part.text]);
    if (part.type === 'start-step') {
      step += 1;
      await turn.bridge.notifyAgentThinking({
        status: 'thinking',
        reasoning: `Asking ${name}.`,
        step_number: step,
      });
    }
  }
  turn.signal.throwIfAborted();
  return speech.text;
}
