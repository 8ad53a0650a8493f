import { setTimeout as pause } from 'node:timers/promises';
import type { Measurement } from '../../contract/measurement.ts';
import type { ApartTarget } from '../load/open-apart.ts';
import type { LoadPlan } from '../load/load-plan.ts';
import { measureLoad, type LoadLimits } from '../load/measure-load.ts';
import { runLoad } from '../load/run-load.ts';
import { judgeGrowth } from '../memory/judge-growth.ts';
import { fitSlope } from '../stats/slope.ts';

export interface SoakOptions {
  readonly plan: LoadPlan;
  readonly limits?: LoadLimits;
  /** Looks at the target's heap during the soak (20); the first fifth is its warm-up. */
  readonly looks?: number;
  /** Growth that is still called none, in bytes per 1,000 turns (50,000). */
  readonly growthLimit?: number;
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

/**
 * A load that lasts: its latencies, and whether the target's heap grows with the turns.
 *
 * @returns everything of `measureLoad`, and `soak.heap-growth` (bytes per 1,000 turns, 95 % interval).
 * @throws {HarnessError} TARGET_UNREACHABLE, TARGET_LOGIN_REFUSED, or MEASURED_PROCESS_FAILED when the target dies on the way.
 */
export async function measureSoak(
  target: ApartTarget,
  options: SoakOptions,
): Promise<Measurement[]> {
  const { plan, limits = {}, looks = 20, growthLimit = 50_000 } = options;
  const [outcomes, seen] = await Promise.all([
    runLoad(target, plan),
    watchHeap(target, plan, looks),
  ]);
  const settled = seen.slice(Math.ceil(looks / 5));
  const growth = judgeGrowth(
    { id: 'soak.heap-growth', title: 'heap growth of the target per 1,000 turns', unit: 'bytes' },
    fitSlope(
      settled.map(({ thousandTurns }) => thousandTurns),
      settled.map(({ heapBytes }) => heapBytes),
    ),
    { limit: growthLimit, points: settled.length },
  );
  return [...measureLoad(outcomes, limits), growth];
}
