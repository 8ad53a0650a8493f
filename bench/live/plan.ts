export const arms = ['bare', 'parsed', 'ring', 'full'] as const;

/**
 * `bare` only receives; `parsed` does the least that any client does with a frame, and parses its JSON; `ring` judges
 * and keeps the latest records; `full` also writes the whole history.
 */
export type Arm = (typeof arms)[number];

export interface Plan {
  readonly arm: Arm;
  readonly url: string;
  readonly sessions: number;
  /** Of each connection, one every `everyMs`. */
  readonly turns: number;
  readonly everyMs: number;
  /** Where the whole history goes. */
  readonly file?: string | undefined;
}

/** What one client process saw and used while the turns were taken. */
export interface Outcome {
  readonly cpuUsPerEvent: number;
  readonly eventsPerSecond: number;
  readonly events: number;
  readonly failedChecks: readonly string[];
}
