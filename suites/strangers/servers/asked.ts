/** What a journey asks for in plain words: `Use the tool NAME with JSON`, one line each. */
export interface Use {
  readonly name: string;
  readonly input: Record<string, unknown>;
  /** The same input as it was written. */
  readonly json: string;
}

export function usesIn(text: string): Use[] {
  return [...text.matchAll(/^Use the tool (\w+) with (.*)$/gm)].map(([, name = '', json = '']) => ({
    name,
    json,
    input: JSON.parse(json) as Record<string, unknown>,
  }));
}

/** An answer in several pieces, so that a lost one is noticed. */
export function answerTo(text: string): string {
  const exact = /^Answer exactly: (.*)$/m.exec(text)?.[1];
  return exact ?? 'One sentence. Another one. A third, and that is all.';
}

/** What the tools do; `fail` throws. */
export async function runTool(name: string, input: Record<string, unknown>): Promise<string> {
  if (name === 'fail') throw new Error('failed as asked');
  if (name === 'slow') {
    await new Promise((resolve) => setTimeout(resolve, Number(input['milliseconds'])));
    return `${String(input['milliseconds'])} ms`;
  }
  return String(input['text'] ?? '');
}
