import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import { DispatcherError } from '../dispatcher-error.ts';
import type { ToolDefinition } from '../tool/tool-definition.ts';
import { defineMcpTool } from './define-mcp-tool.ts';
import { loadMcpSdk } from './load-mcp-sdk.ts';
import type { McpServerAddress } from './mcp-server-address.ts';
import type { McpToolOptions } from './mcp-tool-options.ts';

/** An open connection and the tools behind it; dispose it after the last dispatcher that uses them. */
export interface McpConnection extends AsyncDisposable {
  readonly tools: readonly ToolDefinition[];
  /** Tools that were left out, with the reason. */
  readonly unusable: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * Connects once and makes the tools of the server usable by any dispatcher; a call's signal is handed on to the server.
 * Rejects with a DispatcherError `MCP_SDK_MISSING` or `MCP_UNREACHABLE`.
 */
export async function connectMcpServer(
  address: McpServerAddress,
  options: McpToolOptions = {},
): Promise<McpConnection> {
  const sdk = await loadMcpSdk();
  const client = new sdk.Client({ name: 'golden-path', version: '1' });
  try {
    await client.connect(openTransport(sdk, address));
    return { ...adopt(client, address.name, await listTools(client), options), ...closing(client) };
  } catch (error) {
    await client.close();
    const where = 'url' in address ? address.url : address.command;
    throw new DispatcherError('MCP_UNREACHABLE', `no MCP server answers at ${where}`, {
      cause: error,
    });
  }
}

/** `Pick`, because the SDK's own transports do not match its interface under exactOptionalPropertyTypes. */
function openTransport(
  sdk: Awaited<ReturnType<typeof loadMcpSdk>>,
  address: McpServerAddress,
): Pick<Transport, 'start' | 'send' | 'close'> {
  if ('url' in address) {
    const requestInit = address.headers === undefined ? {} : { headers: address.headers };
    return new sdk.StreamableHTTPClientTransport(new URL(address.url), { requestInit });
  }
  return new sdk.StdioClientTransport({
    command: address.command,
    args: [...(address.args ?? [])],
    env: { ...sdk.getDefaultEnvironment(), ...address.env },
    stderr: address.stderr ?? 'inherit',
  });
}

async function listTools(client: Client): Promise<Tool[]> {
  const tools: Tool[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.listTools(cursor === undefined ? {} : { cursor });
    tools.push(...page.tools);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return tools;
}

function adopt(client: Client, serverName: string, offered: Tool[], options: McpToolOptions) {
  const tools: ToolDefinition[] = [];
  const unusable: { name: string; reason: string }[] = [];
  for (const tool of offered) {
    try {
      tools.push(defineMcpTool(client, serverName, tool, options));
    } catch (error) {
      unusable.push({ name: tool.name, reason: String(error) });
    }
  }
  return { tools, unusable };
}

function closing(client: Client): AsyncDisposable {
  return { [Symbol.asyncDispose]: () => client.close() };
}
