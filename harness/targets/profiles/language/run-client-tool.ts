/** The tools do on the client's side what the journeys ask of them; none of them has to wait for anything. */
export function runClientTool(tool: string, input: string): string {
  if (tool === 'echo' || tool === 'slow') return input;
  const error = tool === 'fail' ? 'failed as asked' : `there is no tool ${tool}`;
  return JSON.stringify({ error });
}

/** A result says by its field `error` that the tool failed. */
export function isFailedOutput(output: string): boolean {
  return output.startsWith('{"error":');
}

const toolList = [
  describe('echo', { text: { type: 'string' } }),
  describe('slow', { milliseconds: { type: 'number' } }),
  describe('fail', {}),
];

/**
 * The tools as model interfaces want them described, by the place that stands for them: name, and a JSON schema of the
 * arguments. Some refuse the field `strict`, and some want it.
 */
export const clientToolPlaces: Readonly<Record<'tools' | 'plainTools', readonly object[]>> = {
  tools: toolList.map((each) => ({ ...each, strict: true })),
  plainTools: toolList,
};

function describe(name: string, properties: Readonly<Record<string, { type: string }>>): object {
  const required = Object.keys(properties);
  const parameters = { type: 'object', properties, required, additionalProperties: false };
  return { type: 'function', name, parameters };
}
