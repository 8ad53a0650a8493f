/** What was said of calls before: protocols name a tool once, and stream its arguments in pieces. */
export class CallMemory {
  readonly #refused = new Set<string>();
  readonly #calls = new Map<string, { tool: string | undefined; input: string }>();

  /** Notes what a frame says of a call, and gives all that is known of it. */
  note(
    call: string,
    said: { tool: string | undefined; piece: string | undefined },
  ): { readonly tool: string | undefined; readonly input: string } {
    const known = this.#calls.get(call) ?? { tool: undefined, input: '' };
    known.tool ??= said.tool;
    // A call that is named anew begins anew.
    if (said.tool !== undefined && said.piece === undefined) known.input = '';
    known.input += said.piece ?? '';
    this.#calls.set(call, known);
    return known;
  }

  /** Notes that a call will never run. */
  refuse(call: string): void {
    this.#refused.add(call);
  }

  isRefused(call: string | undefined): boolean {
    return call !== undefined && this.#refused.has(call);
  }
}
