/** One thing the assistant can do for a customer. */
export interface DeskTool {
  readonly name: string;
  readonly description: string;
  /** Rejects when the work could not be done, or with the signal's reason when it was given up. */
  run(parameters: Readonly<Record<string, unknown>>, call: DeskCall): Promise<string>;
}

/** What a tool is told about the call it serves. */
export interface DeskCall {
  readonly userId: string;
  readonly signal: AbortSignal;
}
