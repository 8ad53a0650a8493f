import type { Target } from '../../targets/target.ts';

/** Two open targets to hold against each other. */
export interface SidesOrder {
  readonly old: Target;
  readonly next: Target;
  /** The run's folder; histories go to its `histories/`. */
  readonly folder: string;
  readonly seed: string;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}
