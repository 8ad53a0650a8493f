import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type { CallToolResult, Tool } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { defineTool } from '../tool/define-tool.ts';
import type { ToolDefinition } from '../tool/tool-definition.ts';
import type { McpToolOptions } from './mcp-tool-options.ts';

/** The dispatcher's own timeout is the only clock: a second one would call the same thing by another name. */
const noTimeout = 2 ** 31 - 1;

/** Turns a tool of an MCP server into one of ours. Throws when its schemas cannot be read or its name is too long. */
export function defineMcpTool(
  client: Client,
  serverName: string,
  tool: Tool,
  options: McpToolOptions,
): ToolDefinition {
  return defineTool({
    ...options,
    name: `${serverName}__${tool.name}`.replaceAll(/[^A-Za-z0-9_-]/g, '_'),
    description: tool.description ?? tool.title ?? tool.name,
    input: readSchema(tool.inputSchema),
    output: tool.outputSchema === undefined ? z.unknown() : readSchema(tool.outputSchema),
    execute: async (input, { signal }) => {
      const request = { name: tool.name, arguments: input as Record<string, unknown> };
      const result = await client.callTool(request, undefined, { signal, timeout: noTimeout });
      return readResult(result as CallToolResult);
    },
  });
}

function readSchema(schema: unknown): z.ZodType {
  return z.fromJSONSchema(schema as z.core.JSONSchema.JSONSchema);
}

/** Structured content where there is some, else the text, else the blocks as they came. Throws what the server calls an error. */
function readResult({ content, structuredContent, isError }: CallToolResult): unknown {
  const texts = content.flatMap((block) => (block.type === 'text' ? [block.text] : []));
  if (isError === true) throw new Error(texts.join('\n') || 'the MCP server reported an error');
  if (structuredContent !== undefined) return structuredContent;
  return texts.length === content.length ? texts.join('\n') : content;
}
