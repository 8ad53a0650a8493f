/** A run that has begun and not ended. */
export interface RunUnderWay {
  /** Name of its folder. */
  readonly id: string;
  /** Tests that have finished, and those of them that did not pass. */
  readonly finished: number;
  readonly failed: readonly string[];
}
