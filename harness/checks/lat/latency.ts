import type { CheckOutcome } from '../../contract/check.ts';
import type { Measurement } from '../../contract/measurement.ts';
import type { Verdict } from '../../contract/verdict.ts';
import { Findings } from '../findings.ts';
import { DurationSketch } from './duration-sketch.ts';

/** Share of samples that must be within the budget. */
const share = 0.95;
/** While the probe's own event loop is later than this, durations are its own and not the target's. */
export const tolerableLagMs = 50;

interface Slowest {
  readonly ms: number;
  readonly records: readonly number[];
  readonly what: string;
}

interface Budget {
  readonly id: string;
  readonly title: string;
  /** What is timed, for people: "the first event". */
  readonly what: string;
  readonly limit: number;
  /**
   * The duration begins with something the probe did itself, so that a probe that is late only makes it longer: what was
   * quick enough all the same was quick enough.
   */
  readonly fromOwnAct?: boolean;
}

/**
 * Collects durations and holds their 95th percentile (nearest rank) against a budget. With fewer than 20 samples the
 * percentile is the slowest one: the check errs towards red, never towards green. The interval is the
 * distribution-free one of order statistics (Hahn & Meeker, Statistical Intervals, 2nd ed., section 5.2).
 */
export class Latency {
  readonly #budget: Budget;
  readonly #sketch = new DurationSketch();
  #within = 0;
  #lag = 0;
  #most = -Infinity;
  #slowest: Slowest | undefined;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** Whether it is the slowest so far: then `blame` wants to know what took so long. */
  add(ms: number): boolean {
    this.#sketch.add(ms);
    if (ms <= this.#budget.limit) this.#within += 1;
    if (ms <= this.#most) return false;
    this.#most = ms;
    return true;
  }

  /** `records` are those that show the slowest duration, `what` names the thing that took so long. */
  blame(records: readonly number[], what: string): void {
    this.#slowest = { ms: this.#most, records, what };
  }

  /** The probe's own event loop was late by `ms`. */
  lagged(ms: number): void {
    this.#lag = Math.max(this.#lag, ms);
  }

  outcome(): CheckOutcome {
    const findings = new Findings();
    const n = this.#sketch.count;
    findings.meet(n);
    const { limit, what, fromOwnAct = false } = this.#budget;
    const late = n > 0 && this.#within < Math.ceil(share * n);
    const lagged = this.#lag > tolerableLagMs && (late || !fromOwnAct);
    if (lagged) {
      findings.doubt(`the probe's own event loop lagged ${Math.round(this.#lag)} ms`);
    } else if (late && this.#slowest !== undefined) {
      findings.fail(
        this.#slowest.records,
        `${what} must come within ${limit} ms at the 95th percentile because the target promises it.`,
        `However, ${n - this.#within} of ${n} took longer; the slowest, ${this.#slowest.what}, took ${Math.round(this.#slowest.ms)} ms.`,
      );
    }
    if (n === 0) return findings.outcome();
    return findings.outcome({
      measured: this.#measure(n, lagged ? 'unknown' : late ? 'fail' : 'pass'),
    });
  }

  #measure(n: number, verdict: Verdict): Measurement {
    const { id, title, limit } = this.#budget;
    const spread = 1.96 * Math.sqrt(n * share * (1 - share));
    const rank = (position: number): number =>
      this.#sketch.ranked(Math.min(n, Math.max(1, Math.round(position))));
    return {
      id,
      title,
      unit: 'ms',
      value: rank(Math.ceil(share * n)),
      interval: [rank(share * n - spread), rank(share * n + spread)],
      n,
      limit,
      verdict,
    };
  }
}
