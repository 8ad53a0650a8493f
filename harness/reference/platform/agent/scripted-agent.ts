import type { ToolResult } from '../../dispatcher/parts.ts';
import type { Agent, Turn } from './agent.ts';
import type { Act, PlannedCall } from './intents.ts';
import { parseScript } from './parse-script.ts';
import { Speech } from './speech.ts';

/** Does exactly what the message says, the same every time: what a harness needs to judge a platform and not a model. */
export const scriptedAgent: Agent = {
  answer: async (turn) => {
    const acts = parseScript(turn.content);
    const speech = new Speech(turn.bridge, turn.messageId, turn.signal);
    for (const [index, act] of acts.entries()) {
      await think(turn, act, index, acts.length);
      await speech.say(await callTools(turn, act, index));
      await speech.say(act.pieces);
    }
    turn.signal.throwIfAborted();
    return speech.text;
  },
};

async function think(turn: Turn, act: Act, index: number, total: number): Promise<void> {
  turn.signal.throwIfAborted();
  await turn.bridge.notifyAgentThinking({
    status: 'thinking',
    reasoning: act.reasoning,
    step_number: index + 1,
    progress_percentage: Math.round((index / total) * 100),
  });
}

/** Gives a sentence per call, in the order of the script whichever tool ends first. */
async function callTools(turn: Turn, act: Act, index: number): Promise<string[]> {
  turn.signal.throwIfAborted();
  const results = await Promise.all(
    act.calls.map(({ tool, parameters }, position) =>
      turn.dispatcher.dispatch({
        tool,
        parameters,
        callId: `${turn.context.runId}.call-${index + 1}-${position + 1}`,
        signal: turn.signal,
      }),
    ),
  );
  turn.signal.throwIfAborted();
  return results.map((result, position) => describe(act.calls[position] as PlannedCall, result));
}

function describe({ tool }: PlannedCall, result: ToolResult): string {
  if (result.status === 'completed') return `${String(result.value)}\n`;
  return `The tool ${tool} did not help: ${result.status} (${result.error.code}).\n`;
}
