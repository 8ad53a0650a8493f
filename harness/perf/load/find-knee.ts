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

export interface KneeStep {
  readonly sessions: number;
  readonly verdict: 'pass' | 'fail' | 'unknown';
  /** What broke, or why it is not known. */
  readonly reason: string;
}

/** A prober that was late for a moment says nothing about the target: a step that nobody could judge is tried once more. */
const attempts = 2;

async function loadOnce(
  target: Target,
  sessions: number,
  seed: string,
  { plan, limits, workers }: KneeOptions,
): Promise<KneeStep> {
  const outcomes = await runLoad(target, { ...plan, sessions, seed }, workers);
  // What has no limit breaks none: a target without tools has no time from a tool to its completion.
  const limited = measureLoad(outcomes, limits).filter(({ limit }) => limit !== undefined);
  const bad =
    limited.find(({ verdict }) => verdict === 'unknown') ??
    limited.find(({ verdict }) => verdict === 'fail');
  if (bad === undefined) return { sessions, verdict: 'pass', reason: '' };
  const verdict = bad.verdict === 'fail' ? 'fail' : 'unknown';
  return {
    sessions,
    verdict,
    reason: bad.reason ?? `${bad.title}: ${bad.value} (limit ${bad.limit})`,
  };
}

async function trySessions(
  target: Target,
  sessions: number,
  options: KneeOptions,
): Promise<KneeStep> {
  const seed = `${options.plan.seed}-${sessions}`;
  let step = await loadOnce(target, sessions, seed, options);
  for (let again = 2; again <= attempts && step.verdict === 'unknown'; again += 1) {
    step = await loadOnce(target, sessions, `${seed}-${again}`, options);
  }
  return step;
}

/**
 * What the steps of a search say of the knee.
 *
 * @param held The most sessions with which every limit held.
 */
export function describeKnee(held: number, steps: readonly KneeStep[]): Measurement[] {
  const [broken, ...beyond] = steps
    .filter(({ verdict }) => verdict !== 'pass')
    .toSorted((one, other) => one.sessions - other.sessions);
  const isUnknown = broken?.verdict === 'unknown';
  const firstBroken = beyond.findIndex(({ verdict }) => verdict === 'fail');
  const unjudged = firstBroken < 0 ? beyond.length : firstBroken;
  const reason =
    broken === undefined
      ? 'no limit broke: the knee lies beyond'
      : `with ${broken.sessions}: ${broken.reason}`;
  return [
    {
      id: 'load.knee',
      title: 'sessions carried before a limit breaks',
      unit: 'count',
      value: held,
      n: steps.length,
      verdict: isUnknown ? 'unknown' : 'not-applicable',
      reason,
    },
    {
      id: 'load.knee-unjudged',
      title: 'steps up to the knee that nobody could judge',
      unit: 'count',
      value: isUnknown ? 1 + unjudged : 0,
      n: steps.length,
      limit: 0,
      verdict: isUnknown || steps.length === 0 ? 'unknown' : 'pass',
      ...(isUnknown ? { reason } : {}),
    },
  ];
}

/**
 * How many sessions a target carries before a limit breaks: the knee.
 *
 * @returns `load.knee`, in sessions, with what broke beyond it, and `load.knee-unjudged`, by which a knee that is not known is a
 *   verdict. Both are `unknown` when the prober gave out before the target did.
 */
export async function findKnee(target: Target, options: KneeOptions): Promise<Measurement[]> {
  const { from = 25, to = 4000 } = options;
  const steps: KneeStep[] = [];
  const held = await searchKnee(
    async (sessions) => {
      const step = await trySessions(target, sessions, options);
      steps.push(step);
      return step.verdict === 'pass';
    },
    { from, to },
  );
  return describeKnee(held, steps);
}
