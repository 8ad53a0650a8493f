import type { Allowance } from '../contract/allowance.ts';
import type { CheckResult } from '../contract/check-result.ts';
import type { Config } from '../contract/config.ts';
import type { SuiteName } from './suites/suite-table.ts';

export interface GateOrder {
  readonly target: string;
  readonly config: Config;
  readonly configFile: string | undefined;
  /** Migration phase; absent for the plain gate. */
  readonly phase?: 1 | 2 | 3 | 4 | undefined;
  /** Suites of the plain gate; all of them by default. */
  readonly suites: readonly SuiteName[] | undefined;
  /** Criteria to judge; all of the phase by default. */
  readonly only?: readonly string[] | undefined;
  /** Stop at the first required criterion that fails. */
  readonly bail?: boolean;
  /** Carry out this part only; `report merge` judges all parts together. */
  readonly shard?: { readonly index: number; readonly count: number } | undefined;
  /** False leaves out what takes minutes (paired speed). */
  readonly paired?: boolean;
  /** What may be spent on the target, where it is shared. */
  readonly allowance?: Allowance;
  readonly seed: string | undefined;
  readonly strict: boolean;
  /** Hears one line per finished step. */
  readonly say: (line: string) => void;
  /** Hears which checks passed or failed as soon as a test has met them; again, when a later one makes one fail. */
  readonly decided?: ((checks: readonly CheckResult[]) => void) | undefined;
  readonly signal?: AbortSignal;
}
