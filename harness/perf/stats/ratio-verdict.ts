import type { Verdict } from '../../contract/verdict.ts';
import type { Estimate } from './bootstrap.ts';

export type RatioOutcome = 'regressed' | 'unchanged' | 'improved' | 'undecided';

export interface RatioJudgement {
  readonly outcome: RatioOutcome;
  readonly verdict: Verdict;
}

export interface RatioRule {
  /** Smallest relative effect that counts, such as 0.05 for 5 %. */
  readonly minEffect: number;
  /** |log ratio| of a second process of the baseline against the first: what the machine alone can fake. */
  readonly noiseBand?: number;
}

const verdicts = {
  regressed: 'fail',
  unchanged: 'pass',
  improved: 'pass',
  undecided: 'unknown',
} as const satisfies Record<RatioOutcome, Verdict>;

function decide({ value, interval, p }: Estimate, rule: RatioRule): RatioOutcome {
  const margin = Math.log1p(rule.minEffect);
  const significant = p < 0.05;
  const matters = Math.abs(value) >= margin && Math.abs(value) > (rule.noiseBand ?? 0);
  if (significant && matters) return value > 0 ? 'regressed' : 'improved';
  return interval[1] < margin ? 'unchanged' : 'undecided';
}

/**
 * Judges a log ratio candidate / baseline of a quantity where more is worse.
 *
 * - `regressed` (fail): it differs from 0, by at least the minimum effect, and beyond the noise band;
 * - `improved` (pass): the same on the good side;
 * - `unchanged` (pass): non-inferior, the interval's bad end stays inside the margin;
 * - `undecided` (unknown): anything else; measure more, and never call it a pass.
 *
 * Three-valued like Chromium's Pinpoint; non-inferiority as in ICH E9, section 3.3.2.
 * Many metrics at once: replace `p` by Holm's adjusted one.
 */
export function judgeRatio(estimate: Estimate, rule: RatioRule): RatioJudgement {
  const outcome = decide(estimate, rule);
  return { outcome, verdict: verdicts[outcome] };
}
