/** One real server that nobody here wrote. */
export interface StrangerRow {
  readonly name: string;
  /** File in suites/strangers/servers, without its extension. */
  readonly server: string;
  readonly profile: string;
  /** Path of the target, where it is not the profile's own. */
  readonly path?: string;
}

export const strangerTable: readonly StrangerRow[] = [
  { name: 'aimock-responses', server: 'aimock', profile: 'openai-responses' },
  { name: 'aimock-responses-socket', server: 'aimock', profile: 'openai-responses-socket' },
  { name: 'aimock-realtime', server: 'aimock', profile: 'openai-realtime' },
  { name: 'aimock-ag-ui', server: 'ag-ui-mock', profile: 'ag-ui' },
  { name: 'ai-sdk', server: 'ai-sdk', profile: 'ai-sdk-ui' },
  { name: 'langgraph', server: 'langgraph', profile: 'langgraph' },
  { name: 'a2a-sdk', server: 'a2a', profile: 'a2a' },
  { name: 'mcp-everything', server: 'mcp-everything', profile: 'mcp' },
  { name: 'socket-io', server: 'socket-io', profile: 'socket-io' },
];
