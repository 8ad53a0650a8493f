const messages = {
  RUN_TIMEOUT: 'the run took too long and was stopped',
  RUN_INTERRUPTED: 'the server was stopped in the middle of the run',
} as const;

/** The platform ended a run; the code goes to the user. */
export class RunStoppedError extends Error {
  readonly code: keyof typeof messages;

  constructor(code: keyof typeof messages) {
    super(messages[code]);
    this.name = 'RunStoppedError';
    this.code = code;
  }
}
