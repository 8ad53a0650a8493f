import type { Result } from '../../contract/result.ts';
import type { Digest } from '../digest/digest.ts';

/** What to keep; a run is removed when either rule says so. */
export interface Retention {
  /** Newest runs kept per target. */
  readonly runs?: number;
  /** ISO 8601 time; older runs are removed. */
  readonly since?: string;
  /** Only runs of this target. */
  readonly target?: string;
}

/** Which runs to list; newest last, as a trend reads. */
export interface RunFilter {
  readonly target?: string;
  /** Newest runs of those that match. */
  readonly last?: number;
}

/** Keeps results. Several processes may write at once; nothing that was acknowledged is ever lost. */
export interface ResultStore {
  /**
   * Stores a result. The same result again is `known`.
   * Rejects with `STORE_CONFLICT` when another result has this run id.
   */
  put(result: Result): Promise<'stored' | 'known'>;
  get(runId: string): Promise<Result | undefined>;
  list(filter?: RunFilter): Promise<Digest[]>;
  /** A text that changes when the number of runs or the newest of them does; cheap to ask for. */
  revision(): Promise<string>;
  /** Removes what is not to be kept; returns how many runs went. */
  prune(retention: Retention): Promise<number>;
  close(): Promise<void>;
}
