import type { CheckOutcome } from '../contract/check.ts';
import type { Evidence } from '../contract/witness.ts';

/** Failures kept in full; beyond them only their number is kept, so that a broken target cannot fill the memory. */
const keptFailures = 10;

let failuresEver = 0;

/** Failures found by all checks so far: whoever judges live asks after each record whether there are more. */
export function countFailures(): number {
  return failuresEver;
}

/** What one check has met so far, and the verdict that follows from it. */
export class Findings {
  readonly #evidence: Evidence[] = [];
  #exercised = 0;
  #failures = 0;
  #doubt: string | undefined;

  /** The check met what it judges. */
  meet(times = 1): void {
    this.#exercised += times;
  }

  fail(records: readonly number[], must: string, however: string): void {
    this.#failures += 1;
    failuresEver += 1;
    if (this.#evidence.length >= keptFailures) return;
    const ordered = [...new Set(records)].toSorted((left, right) => left - right);
    this.#evidence.push({ records: ordered, must, however });
  }

  /** Something could not be decided: unless a failure turns up, the verdict is `unknown` for this reason. */
  doubt(reason: string): void {
    this.#doubt ??= reason;
  }

  get exercised(): number {
    return this.#exercised;
  }

  outcome(extra: Pick<CheckOutcome, 'counts' | 'measured'> = {}): CheckOutcome {
    const verdict = this.#failures > 0 ? 'fail' : this.#doubt === undefined ? 'pass' : 'unknown';
    return {
      verdict,
      exercised: this.#exercised,
      evidence: this.#evidence,
      further: this.#failures - this.#evidence.length,
      ...(verdict === 'unknown' && this.#doubt !== undefined ? { reason: this.#doubt } : {}),
      ...extra,
    };
  }
}
