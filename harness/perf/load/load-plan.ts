import type { Intent } from '../../targets/profile.ts';

/** So many users who each take a turn every so often. */
export interface LoadPlan {
  readonly sessions: number;
  /** Turns of each session. */
  readonly turns: number;
  /** Milliseconds between the beginnings of two turns of a session. */
  readonly everyMs: number;
  /** What every turn asks for (one fast tool, or a word where the target has none). */
  readonly intents?: readonly Intent[];
  /** Names everything the load sends; the same seed sends the same. */
  readonly seed: string;
}
