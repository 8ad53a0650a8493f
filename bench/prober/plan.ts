/** So many users, each with a turn of five events every second. */
export interface Plan {
  readonly url: string;
  readonly sessions: number;
  readonly turns: number;
}

/** What one process saw and used while the turns were taken. */
export interface Outcome {
  readonly turns: number;
  readonly completed: number;
  readonly events: number;
  /** Of one core. */
  readonly cpuShare: number;
  readonly cpuUsPerTurn: number;
  /** Resident memory at its highest, beyond what the process had before its first session. */
  readonly bytesPerSession: number;
  /** 99th percentile of how late the process itself began its turns. */
  readonly latenessMs: number;
  /** Without those by the clock, where the process itself was late. */
  readonly failedChecks: readonly string[];
  /** Why the process itself was the bottleneck, so that `golden-path bench` would give no verdict. */
  readonly doubt?: string;
}
