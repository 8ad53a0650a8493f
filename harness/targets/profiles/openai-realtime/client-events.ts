import type { Item } from './socket-event.ts';

/** What a client says first: plain text, and the tools that it runs itself. */
export function describeSession(): string {
  return JSON.stringify({
    type: 'session.update',
    session: {
      type: 'realtime',
      output_modalities: ['text'],
      tools: toolList,
      tool_choice: 'auto',
    },
  });
}

/** Asks for the next turn. */
export function askForTurn(): string {
  return JSON.stringify({ type: 'response.create' });
}

/** Gives a call its result. */
export function giveResult(call: Item): string {
  const { call_id } = call;
  const item = { type: 'function_call_output', call_id, output: runTool(call) };
  return JSON.stringify({ type: 'conversation.item.create', item });
}

/** A result says by its field `error` that the tool failed. */
export function isFailure(output: string | undefined): boolean {
  return output?.startsWith('{"error":') === true;
}

const parameters = (properties: Readonly<Record<string, { type: string }>>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});

const toolList = [
  { type: 'function', name: 'echo', parameters: parameters({ text: { type: 'string' } }) },
  { type: 'function', name: 'slow', parameters: parameters({ milliseconds: { type: 'number' } }) },
  { type: 'function', name: 'fail', parameters: parameters({}) },
];

/** The tools do on the client's side what the journeys ask of them; none of them has to wait for anything. */
function runTool({ name, arguments: input = '{}' }: Item): string {
  if (name === 'echo' || name === 'slow') return input;
  const error = name === 'fail' ? 'failed as asked' : `there is no tool ${name}`;
  return JSON.stringify({ error });
}
