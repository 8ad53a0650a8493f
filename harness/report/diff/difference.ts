import type { Measurement } from '../../contract/measurement.ts';
import type { Entry } from '../summary/entry.ts';

/** What became of one entry between two runs. */
export interface Change {
  readonly before?: Entry;
  readonly after?: Entry;
}

export interface MeasuredChange {
  readonly before: Measurement;
  readonly after: Measurement;
  /** The change as a share of the value before; absent when that was 0. */
  readonly share?: number;
  /** The 95 % intervals do not meet. Without intervals nothing can be said, so it is false. */
  readonly apart: boolean;
}

/** What changed between two runs; everything that is in none of these lists stayed as it was. */
export interface Difference {
  readonly worse: readonly Change[];
  readonly better: readonly Change[];
  /** Judged before and no longer: what vanished is not what was repaired. */
  readonly gone: readonly Change[];
  readonly added: readonly Change[];
  readonly measured: readonly MeasuredChange[];
  /** Why the two runs compare badly, such as another machine; empty when they compare. */
  readonly caveats: readonly string[];
}
