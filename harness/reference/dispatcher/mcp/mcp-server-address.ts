/** Where an MCP server is found: a program to start and speak to over its pipes, or a Streamable HTTP endpoint. */
export type McpServerAddress = {
  /** Put before the names of its tools (`files__read`), so that two servers may use one name. */
  readonly name: string;
} & (
  | {
      readonly command: string;
      readonly args?: readonly string[];
      readonly env?: Readonly<Record<string, string>>;
      /** What becomes of what the program prints on its error stream; `inherit` unless told. */
      readonly stderr?: 'inherit' | 'ignore';
    }
  | { readonly url: string; readonly headers?: Readonly<Record<string, string>> }
);
