import { errorTable, type ErrorCode } from './error-table.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';

/** An error a user can act on: a stable code, what happened, what was expected, what to do next. */
export class HarnessError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  /** File and line, URL or option the error is about. */
  readonly where: string | undefined;

  constructor(code: ErrorCode, message: string, options: { where?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'HarnessError';
    this.code = code;
    this.hint = errorTable[code].hint;
    this.where = options.where;
  }

  get exitCode(): ExitCode {
    return exitCodes[errorTable[this.code].exit];
  }

  toJSON(): { code: ErrorCode; message: string; hint: string; where?: string } {
    return {
      code: this.code,
      message: this.message,
      hint: this.hint,
      ...(this.where === undefined ? {} : { where: this.where }),
    };
  }
}
