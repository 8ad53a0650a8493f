import type { Measurement } from '../../contract/measurement.ts';
import type { Target } from '../../targets/target.ts';
import { searchKnee } from './knee-search.ts';
import type { LoadPlan } from './load-plan.ts';
import { measureLoad, type LoadLimits } from './measure-load.ts';
import { runLoad } from './run-load.ts';

export interface KneeOptions {
  readonly plan: Omit<LoadPlan, 'sessions'>;
  /** What must hold at every step; without any limit only unanswered turns end the search. */
  readonly limits: LoadLimits;
  /** Sessions of the first step (25) and of the last (4,000). */
  readonly from?: number;
  readonly to?: number;
  readonly workers?: number;
}

interface Step {
  readonly sessions: number;
  readonly verdict: 'pass' | 'fail' | 'unknown';
  /** What broke, or why it is not known. */
  readonly reason: string;
}

async function trySessions(target: Target, sessions: number, options: KneeOptions): Promise<Step> {
  const plan = { ...options.plan, sessions, seed: `${options.plan.seed}-${sessions}` };
  const measurements = measureLoad(await runLoad(target, plan, options.workers), options.limits);
  const bad =
    measurements.find(({ verdict }) => verdict === 'unknown') ??
    measurements.find(({ verdict }) => verdict === 'fail');
  if (bad === undefined) return { sessions, verdict: 'pass', reason: '' };
  const verdict = bad.verdict === 'fail' ? 'fail' : 'unknown';
  return {
    sessions,
    verdict,
    reason: bad.reason ?? `${bad.title}: ${bad.value} (limit ${bad.limit})`,
  };
}

/**
 * How many sessions a target carries before a limit breaks: the knee.
 *
 * @returns `load.knee`, in sessions, with what broke beyond it. `unknown` when the prober gave out before the target did.
 */
export async function findKnee(target: Target, options: KneeOptions): Promise<Measurement> {
  const { from = 25, to = 4000 } = options;
  const steps: Step[] = [];
  const held = await searchKnee(
    async (sessions) => {
      const step = await trySessions(target, sessions, options);
      steps.push(step);
      return step.verdict === 'pass';
    },
    { from, to },
  );
  const broken = steps
    .filter(({ verdict }) => verdict !== 'pass')
    .toSorted((one, other) => one.sessions - other.sessions)[0];
  return {
    id: 'load.knee',
    title: 'sessions carried before a limit breaks',
    unit: 'count',
    value: held,
    n: steps.length,
    verdict: broken?.verdict === 'unknown' ? 'unknown' : held === 0 ? 'fail' : 'not-applicable',
    reason:
      broken === undefined
        ? 'no limit broke: the knee lies beyond'
        : `with ${broken.sessions}: ${broken.reason}`,
  };
}
