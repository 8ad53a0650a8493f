import { DispatcherError } from '../dispatcher-error.ts';
import type { ToolDefinition } from './tool-definition.ts';

/** The tools one factory offers to everybody. Immutable, hence the one thing dispatchers may share. */
export class ToolRegistry {
  readonly #tools: ReadonlyMap<string, ToolDefinition>;

  /** Throws a DispatcherError `TOOL_DUPLICATE` when two tools claim one name. */
  constructor(tools: Iterable<ToolDefinition>) {
    const byName = new Map<string, ToolDefinition>();
    for (const tool of tools) {
      if (byName.has(tool.name)) {
        throw new DispatcherError('TOOL_DUPLICATE', `two tools are called "${tool.name}"`);
      }
      byName.set(tool.name, tool);
    }
    this.#tools = byName;
    Object.freeze(this);
  }

  find(name: string): ToolDefinition | undefined {
    return this.#tools.get(name);
  }

  /** In the order of registration. */
  names(): string[] {
    return [...this.#tools.keys()];
  }
}
