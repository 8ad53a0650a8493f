/** Somebody published to a run that is not open: it has its terminal already, or was never started here. */
export class RunClosedError extends Error {
  constructor(runId: string) {
    super(`run ${runId} is not open: nothing may follow its terminal`);
    this.name = 'RunClosedError';
  }
}
