/** One real server that nobody here wrote. */
export interface StrangerRow {
  readonly name: string;
  /** File in suites/strangers, without its extension. */
  readonly server: string;
  readonly profile: string;
  /** Path of the target, where it is not the profile's own. */
  readonly path?: string;
  /** Installed and walked only when asked for. */
  readonly heavy?: boolean;
  /** What is wrong with it, seen by us, by the check that shows it. One that passes again is stale, and said so. */
  readonly known?: Readonly<Record<string, string>>;
}

export const strangerTable: readonly StrangerRow[] = [
  { name: 'aimock-responses', server: 'servers/aimock', profile: 'openai-responses' },
  { name: 'aimock-responses-socket', server: 'servers/aimock', profile: 'openai-responses-socket' },
  { name: 'aimock-realtime', server: 'servers/aimock', profile: 'openai-realtime' },
  { name: 'aimock-ag-ui', server: 'servers/ag-ui-mock', profile: 'ag-ui' },
  {
    name: 'copilotkit',
    server: 'heavy/copilotkit',
    profile: 'ag-ui',
    path: '/api/copilotkit/agent/default/run',
    heavy: true,
    known: { 'PAIR-OPEN': 'a tool that throws gets no TOOL_CALL_RESULT (1.75.0)' },
  },
  { name: 'ai-sdk', server: 'servers/ai-sdk', profile: 'ai-sdk-ui' },
  { name: 'langgraph', server: 'servers/langgraph', profile: 'langgraph' },
  { name: 'a2a-sdk', server: 'servers/a2a', profile: 'a2a' },
  { name: 'mcp-everything', server: 'servers/mcp-everything', profile: 'mcp' },
  { name: 'socket-io', server: 'servers/socket-io', profile: 'socket-io' },
];
