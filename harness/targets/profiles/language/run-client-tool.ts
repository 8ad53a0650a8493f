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

/** The tools as most model interfaces want them described: name, and a JSON schema of the arguments. */
export const clientToolList: readonly object[] = [
  describe('echo', { text: { type: 'string' } }),
  describe('slow', { milliseconds: { type: 'number' } }),
  describe('fail', {}),
];

function describe(name: string, properties: Readonly<Record<string, { type: string }>>): object {
  const required = Object.keys(properties);
  return {
    type: 'function',
    name,
    parameters: { type: 'object', properties, required, additionalProperties: false },
    strict: true,
  };
}
