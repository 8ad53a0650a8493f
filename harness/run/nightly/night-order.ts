import type { Config } from '../../contract/config.ts';
import type { GateOrder } from '../gate-order.ts';

export interface NightOrder {
  readonly target: string;
  readonly config: Config;
  readonly configFile: string | undefined;
  /** What may be spent; what is not said is as polite as the target needs. */
  readonly limits: Partial<NightLimits>;
  readonly seed: string | undefined;
  readonly strict: boolean;
  /** Where the results of the nights are kept; the project's store unless told. */
  readonly store: string | undefined;
  /** Where people will read the page of this night; the file itself unless told. */
  readonly reportUrl: string | undefined;
  /** Hears one line per finished step. */
  readonly say: (line: string) => void;
  /** Hears which checks of the suites passed or failed, as those of a gate do. */
  readonly decided?: GateOrder['decided'];
  readonly signal?: AbortSignal;
}

export interface NightLimits {
  readonly durationMs: number;
  /** Agent runs. */
  readonly runs: number;
  readonly perSecond: number;
  readonly soakMs: number;
}
