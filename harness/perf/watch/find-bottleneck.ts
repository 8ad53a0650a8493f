import type { CheckResult } from '../../contract/check-result.ts';
import type { Measurement } from '../../contract/measurement.ts';
import type { ProberStrain } from './prober-watch.ts';

export interface StrainLimits {
  /** A loop that is later than this adds as much to every latency (50). */
  readonly loopDelayMs?: number;
  /** From here on the prober queues for its own processor (0.9). */
  readonly cpuShare?: number;
}

/** Why the prober itself was the bottleneck, so that its numbers say nothing about the target; `undefined` if it was not. */
export function findBottleneck(
  strain: ProberStrain,
  { loopDelayMs = 50, cpuShare = 0.9 }: StrainLimits = {},
): string | undefined {
  if (strain.cpuShare > cpuShare) {
    return `the prober used ${Math.round(strain.cpuShare * 100)} % of a core: use more workers or fewer sessions`;
  }
  if (strain.loopDelayMs > loopDelayMs) {
    return `the prober's own event loop was ${Math.round(strain.loopDelayMs)} ms late (longest garbage collection ${Math.round(strain.longestGcMs)} ms)`;
  }
  return undefined;
}

/** Numbers taken in doubt are nobody's numbers: shown, and never a verdict. */
export function distrust(
  measurements: readonly Measurement[],
  doubt: string | undefined,
): Measurement[] {
  if (doubt === undefined) return [...measurements];
  return measurements.map((measurement) => ({
    ...measurement,
    verdict: 'unknown',
    reason: doubt,
  }));
}

/** Checks that judge by the clock: what they saw late may have been the prober's own lateness. */
const timed = /^(?:LAT-.*|WIRE-HALFOPEN)$/;

/** Checks that judge how connections and runs end: when the whole target is gone, that is all they see. */
const ending = /^(?:WIRE-CLOSE|WIRE-HALFOPEN|LIFE-TERM|LIFE-TERM-TRUNC|PAIR-OPEN|LAT-.*)$/;

function excuse(checks: readonly CheckResult[], ids: RegExp, reason: string): CheckResult[] {
  return checks.map((check) =>
    check.verdict === 'fail' && ids.test(check.id)
      ? {
          ...check,
          verdict: 'unknown',
          cause: 'undecided',
          reason,
          witnesses: [],
          further_failures: 0,
        }
      : check,
  );
}

/** Checks that judge by the clock convict nobody while the prober itself was late. */
export function distrustTimed(
  checks: readonly CheckResult[],
  doubt: string | undefined,
): CheckResult[] {
  return doubt === undefined ? [...checks] : excuse(checks, timed, doubt);
}

/** Checks of endings convict nobody when the target went away as a whole, such as killed: then nothing was judged. */
export function distrustEndings(
  checks: readonly CheckResult[],
  doubt: string | undefined,
): CheckResult[] {
  return doubt === undefined ? [...checks] : excuse(checks, ending, doubt);
}
