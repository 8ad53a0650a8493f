import type { DeskTool } from './desk-tool.ts';

const tools = new Map<string, DeskTool>();

/** Tools of all teams; nothing in here belongs to a customer. */
export function offerTool(tool: DeskTool): void {
  tools.set(tool.name, tool);
}

export function offeredTools(): ReadonlyMap<string, DeskTool> {
  return tools;
}
