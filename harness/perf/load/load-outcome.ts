import type { CheckResult } from '../../contract/check-result.ts';
import type { ProberStrain } from '../watch/prober-watch.ts';

/** Latencies a load measures; those of turns count from the moment the turn was meant to begin. */
export const loadLatencies = ['handshake', 'first-event', 'run', 'tool', 'lateness'] as const;
export type LoadLatency = (typeof loadLatencies)[number];

/** What one prober saw of a load; plain data, so that it can come from another process. */
export interface LoadOutcome {
  /** Encoded histograms. `lateness` is how late the prober itself began the turns. */
  readonly latencies: Readonly<Record<LoadLatency, string>>;
  readonly sessions: number;
  /** Sessions that got their connection. */
  readonly connected: number;
  /** Sessions that still had it when the last turn was over. */
  readonly stillConnected: number;
  /** Turns that were due; none where the target cannot be asked for what the plan says. */
  readonly turns: number;
  /** Turns that reached their end. */
  readonly completed: number;
  /** Events received and judged. */
  readonly events: number;
  /** From the first turn to the last answer. */
  readonly elapsedMs: number;
  readonly strain: ProberStrain;
  /** Resident memory the prober's process took at its highest, beyond what it had before the first session. */
  readonly memoryBytes: number;
  readonly checks: readonly CheckResult[];
}
