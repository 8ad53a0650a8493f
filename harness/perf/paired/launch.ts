/** What is measured per slice, in microseconds per request: CPU time of the whole process, and time on the wall. */
export const metrics = ['cpu', 'wall'] as const;
export type Metric = (typeof metrics)[number];

/** One slice: as many requests as take about 6 ms. */
export type Slice = Readonly<Record<Metric, number>>;

/** What one process of an arm did in one launch, slice by slice. */
export interface ArmSamples {
  readonly slices: readonly Slice[];
  /** Requests that did not succeed. */
  readonly failed: number;
}

/** One launch: a fresh process for every arm, their slices interleaved. Slices of the same number were taken side by side. */
export type Launch<Arm extends string = string> = Readonly<Record<Arm, ArmSamples>>;
