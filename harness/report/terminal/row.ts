import type { Standing } from '../summary/standing.ts';

/** One line of a terminal table, still without widths or colours. */
export interface Row {
  readonly standing: Standing;
  readonly id: string;
  readonly value: string;
  /** What to show where `value` does not fit; a half number would be worse than none. */
  readonly short?: string;
  readonly limit: string;
  readonly n: string;
}
