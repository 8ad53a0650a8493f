import { setTimeout as pause } from 'node:timers/promises';
import type { Measurement } from '../../contract/measurement.ts';
import type { Target } from '../../targets/target.ts';
import type { ApartTarget } from '../load/open-apart.ts';
import type { LoadPlan } from '../load/load-plan.ts';
import { measureLoad, type LoadLimits } from '../load/measure-load.ts';
import { runLoad } from '../load/run-load.ts';
import { judgeGrowth } from '../memory/judge-growth.ts';
import { fitSlope } from '../stats/slope.ts';

export interface SoakOptions {
  readonly plan: LoadPlan;
  readonly limits?: LoadLimits;
  /** Prober processes (1). */
  readonly workers?: number;
  /** Looks at the target's heap during the soak (20); the first fifth is its warm-up. */
  readonly looks?: number;
  /** Growth that is still called none, in bytes per 1,000 turns (50,000). */
  readonly growthLimit?: number;
  /** Turns below which growth is not judged (2,000): what a process fills once looks like growth for a while. */
  readonly fewestTurns?: number;
}

interface Look {
  readonly thousandTurns: number;
  readonly heapBytes: number;
}

/** The schedule is open-loop, so time tells how many turns have begun. */
async function watchHeap(target: ApartTarget, plan: LoadPlan, looks: number): Promise<Look[]> {
  const thousandsPerMs = plan.sessions / plan.everyMs / 1000;
  const start = performance.now();
  const seen: Look[] = [];
  while (seen.length < looks) {
    await pause((plan.turns * plan.everyMs) / (looks + 1));
    const { heapBytes } = await target.usage();
    seen.push({ thousandTurns: (performance.now() - start) * thousandsPerMs, heapBytes });
  }
  return seen;
}

const named = {
  id: 'soak.heap-growth',
  title: 'heap growth of the target per 1,000 turns',
  unit: 'bytes',
} as const;

async function measureGrowth(target: Target, options: SoakOptions): Promise<Measurement> {
  const { plan, looks = 20, growthLimit = 50_000, fewestTurns = 2000 } = options;
  if (!('usage' in target)) {
    const reason = "the target's process is not ours to look into";
    return { ...named, value: 0, n: 0, verdict: 'not-applicable', reason };
  }
  const seen = await watchHeap(target as ApartTarget, plan, looks);
  const settled = seen.slice(Math.ceil(looks / 5));
  const slope = fitSlope(
    settled.map(({ thousandTurns }) => thousandTurns),
    settled.map(({ heapBytes }) => heapBytes),
  );
  const growth = judgeGrowth(named, slope, { limit: growthLimit, points: settled.length });
  const turns = plan.sessions * plan.turns;
  if (turns >= fewestTurns) return growth;
  const reason = `only ${turns} turns: growth is judged from ${fewestTurns} on, so soak longer or with more sessions`;
  return { ...growth, verdict: 'unknown', reason };
}

/**
 * A load that lasts: its latencies, and whether the target's heap grows with the turns.
 *
 * @returns everything of `measureLoad` as `soak.*`, and `soak.heap-growth` (bytes per 1,000 turns, 95 % interval; `not-applicable`
 *   where the target's process is not ours).
 * @throws {HarnessError} TARGET_UNREACHABLE, TARGET_LOGIN_REFUSED, or MEASURED_PROCESS_FAILED when the target dies on the way.
 */
export async function measureSoak(target: Target, options: SoakOptions): Promise<Measurement[]> {
  const { plan, limits = {}, workers } = options;
  const [outcomes, growth] = await Promise.all([
    runLoad(target, plan, workers),
    measureGrowth(target, options),
  ]);
  const measured = measureLoad(outcomes, limits).map((measurement) => ({
    ...measurement,
    id: measurement.id.replace(/^load\./, 'soak.'),
  }));
  return [...measured, growth];
}
