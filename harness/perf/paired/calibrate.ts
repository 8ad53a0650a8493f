import { openArm } from './open-arm.ts';

/**
 * CPU time of one slice: long against the clock's grain, short against the bursts of noisy neighbours.
 * 36 slices of 6 ms found a slowdown of 10 % as surely as 12 of 17 ms in CPU time, and far more often in wall time.
 */
const sliceUs = 6000;

/**
 * How many requests make a slice, measured once on a process that is thrown away, so that every launch of every arm
 * then does exactly the same number.
 */
export async function calibrateSlice(workload: URL): Promise<number> {
  const arm = await openArm(workload);
  try {
    let requests = 8;
    for (let round = 0; round < 40; round += 1) {
      const { cpu } = await arm.slice(requests);
      const fitting = Math.max(1, Math.round(sliceUs / Math.max(cpu, 0.01)));
      // Cold code is slower than what the launches will see: go on until the count has settled.
      if (Math.abs(fitting - requests) < requests / 5 && round >= 12) return fitting;
      requests = Math.min(fitting, requests * 4);
    }
    return requests;
  } finally {
    await arm.close();
  }
}
