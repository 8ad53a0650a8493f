import type { EventKind } from '../../contract/event-kind.ts';
import type { ProfileConfigInput } from '../../contract/profile-config.ts';

const accept = 'application/json, text/event-stream';
const longTool = 'trigger-long-running-operation';
const headers = { accept, 'mcp-session-id': '$session' };

/** What nobody says, because whoever asks knows it. */
const begun: EventKind[] = ['agent_started', 'tool_executing'];

/** What a client says of itself before anything else. */
const clientInfo = { name: 'golden-path', version: '1' };
const hello = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo };

/** A call of a tool is a run: it starts with the request, which nothing repeats, and its result is its end. */
export const mcp: ProfileConfigInput = {
  title: 'MCP over streamable HTTP, a tool call with progress',
  transport: {
    over: 'sse',
    path: '/mcp',
    login: [
      {
        path: '/mcp',
        headers: { accept },
        body: { jsonrpc: '2.0', id: 'hello', method: 'initialize', params: hello },
        take: { session: 'header:mcp-session-id' },
      },
      { path: '/mcp', headers, body: { jsonrpc: '2.0', method: 'notifications/initialized' } },
    ],
    headers,
  },
  intents: {
    ask: {
      echo: { name: 'echo', arguments: { message: '$text' } },
      slow: { name: longTool, arguments: { duration: '$seconds', steps: 4 } },
      fail: { name: 'there-is-no-such-tool', arguments: {} },
    },
    chat: {
      jsonrpc: '2.0',
      id: '$key',
      method: 'tools/call',
      params: { name: '$name', arguments: '$arguments', _meta: { progressToken: '$key' } },
    },
  },
  frames: {
    name: 'method',
    fields: { call: ['id', 'params.progressToken'] },
    fromRequest: { say: begun, call: 'id', tool: 'params.name', input: 'params.arguments' },
    rules: [
      { when: 'notifications/progress', say: 'progress_update' },
      { when: 'notifications/message', say: 'agent_thinking' },
      {
        when: { 'result.content': true },
        say: ['tool_completed', 'agent_completed'],
        outcome: { path: 'result.isError', is: { true: 'failed' } },
        text: 'result.content.*.text',
      },
      { when: { error: true }, say: 'agent_error', code: 'error.message' },
      { when: 'notifications/*', say: [] },
    ],
  },
  promises: { kinds: { agent_started: 'derived', tool_executing: 'derived' } },
};
