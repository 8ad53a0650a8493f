import { median } from '../stats/median.ts';
import { openArm } from './open-arm.ts';

/**
 * CPU time of one slice: long against the clock's grain, short against the bursts of noisy neighbours.
 * 36 slices of 6 ms found a slowdown of 10 % as surely as 12 of 17 ms in CPU time, and far more often in wall time.
 */
const sliceUs = 6000;

/** Slices while code is compiled; their cost is not what the launches will see. */
const warmUpSlices = 60;

/** Slices whose median counts: the process is also charged for its compiler and its collector, which work when they like. */
const countedSlices = 15;

/**
 * How many requests make a slice, measured once on a process that is thrown away, so that every launch of every arm
 * then does exactly the same number.
 */
export async function calibrateSlice(workload: URL): Promise<number> {
  const arm = await openArm(workload);
  try {
    const fitting: number[] = [];
    let requests = 8;
    while (fitting.length < warmUpSlices + countedSlices) {
      const { cpu } = await arm.slice(requests);
      const fits = Math.max(1, Math.round(sliceUs / Math.max(cpu, 0.01)));
      fitting.push(fits);
      // Not down at once: one dear slice would make the next ones so short that their fixed cost is all there is.
      requests = Math.max(Math.ceil(requests / 2), Math.min(fits, requests * 4));
    }
    return Math.round(median(fitting.slice(warmUpSlices)));
  } finally {
    await arm.close();
  }
}
