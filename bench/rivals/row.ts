/** One comparison: what golden-path needs or gives for something, and what a rival does, of the same run. */
export interface Row {
  readonly what: string;
  readonly rival: string;
  readonly ours: string;
  readonly theirs: string;
  /** Ours ÷ theirs. */
  readonly ratio: number;
  /** Which side of 1 is ours. */
  readonly better: 'lower' | 'higher';
}
