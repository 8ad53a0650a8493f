/** The reason on a tool's abort signal. */
export class CallAborted extends Error {
  readonly code: 'TOOL_CANCELLED' | 'TOOL_TIMED_OUT';

  constructor(code: CallAborted['code'], message: string) {
    super(message);
    this.name = 'CallAborted';
    this.code = code;
  }
}
