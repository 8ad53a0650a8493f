import { DispatcherError } from '../dispatcher-error.ts';

/** The SDK is an optional peer dependency: who uses no MCP server does not install it. Rejects with `MCP_SDK_MISSING`. */
export async function loadMcpSdk() {
  try {
    const [{ Client }, { StdioClientTransport, getDefaultEnvironment }, http] = await Promise.all([
      import('@modelcontextprotocol/sdk/client/index.js'),
      import('@modelcontextprotocol/sdk/client/stdio.js'),
      import('@modelcontextprotocol/sdk/client/streamableHttp.js'),
    ]);
    const { StreamableHTTPClientTransport } = http;
    return { Client, StdioClientTransport, StreamableHTTPClientTransport, getDefaultEnvironment };
  } catch (error) {
    throw new DispatcherError('MCP_SDK_MISSING', 'the MCP SDK could not be loaded', {
      cause: error,
    });
  }
}
