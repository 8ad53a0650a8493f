import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { Arm } from '../arm.ts';
import { args, description, forecast, input, name, output } from '../trivial-tool.ts';

async function connect(): Promise<{ client: Client; close: () => Promise<void> }> {
  const server = new McpServer({ name: 'bench', version: '1.0.0' });
  server.registerTool(
    name,
    { description, inputSchema: input.shape, outputSchema: output.shape },
    async (values) => {
      const structuredContent = await forecast(values);
      return { content: [], structuredContent };
    },
  );
  const client = new Client({ name: 'bench', version: '1.0.0' });
  const [clientSide, serverSide] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(serverSide), client.connect(clientSide)]);
  return {
    client,
    async close() {
      await client.close();
      await server.close();
    },
  };
}

async function callOnce(client: Client): Promise<void> {
  const result = await client.callTool({ name, arguments: args });
  if (result.isError === true) throw new Error('the call failed');
}

/** One server for everybody, called in memory. */
export async function openMcpCall(): Promise<Arm> {
  const { client, close } = await connect();
  return {
    id: 'mcp-call',
    title: 'MCP SDK, callTool in memory',
    call: () => callOnce(client),
    close,
  };
}

/** The way the MCP SDK isolates requests: a server and a client of their own. */
export const mcpPerRequest: Arm = {
  id: 'mcp-per-request',
  title: 'MCP SDK, a fresh server per request',
  async call() {
    const { client, close } = await connect();
    await callOnce(client);
    await close();
  },
};
