import { readFileSync } from 'node:fs';
import type { ToolCall, ToolResult } from 'golden-path/reference';
import type { DeskTool } from '../dispatch/desk-tool.ts';

/** Calls of a support case, run again on a laptop. Small enough not to need the real one. */
export class ReplayToolDispatcher {
  readonly #tools: ReadonlyMap<string, DeskTool>;

  constructor(tools: ReadonlyMap<string, DeskTool>) {
    this.#tools = tools;
  }

  hasTool(name: string): boolean {
    return this.#tools.has(name);
  }

  listTools(): readonly string[] {
    return [...this.#tools.keys()];
  }

  async dispatch(call: ToolCall): Promise<ToolResult> {
    const signal = AbortSignal.timeout(1_000);
    const value = await this.#tools.get(call.tool)?.run(call.parameters, { userId: 'me', signal });
    return { status: 'completed', value, executionTimeMs: 0 };
  }
}

/** One call a line, as the support tool saves them. */
export function readCalls(file: string): ToolCall[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ToolCall);
}
