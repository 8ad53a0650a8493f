/** One time series chart, as the page draws it; `null` where a run did not measure. */
export interface Chart {
  /** Id of the element it is drawn into. */
  readonly place: string;
  readonly title: string;
  readonly unit: string;
  /** How its axis is written: values are divided by `divisor` and followed by `symbol`. */
  readonly scale?: { readonly divisor: number; readonly symbol: string };
  /** Seconds since 1970, rising. */
  readonly times: readonly number[];
  readonly lines: readonly {
    readonly label: string;
    readonly values: readonly (number | null)[];
  }[];
  readonly band?: {
    readonly low: readonly (number | null)[];
    readonly high: readonly (number | null)[];
  };
  readonly limit?: number;
  /** Times at which the level changed and stayed. */
  readonly changes: readonly number[];
}
