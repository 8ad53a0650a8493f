import { performance } from 'node:perf_hooks';
import type { Arm } from './arm.ts';

/** Nanoseconds of processor time per call, one row for each round, in the order of the arms. */
export type Rounds = readonly (readonly number[])[];

/** Long enough for the clock, short enough that a disturbance of the machine hits all arms of a round. */
const sliceMs = 8;

/** Enough for the optimising compiler, which works beside us and must have its turn on a busy machine. */
const warmUpSlices = 40;

/** Runs every arm once in each round, starting with another one each time. The first fifth warms up and is dropped. */
export async function interleave(arms: readonly Arm[], rounds: number): Promise<Rounds> {
  const counts: number[] = [];
  for (const arm of arms) counts.push(await countPerSlice(arm));
  const measured: number[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const row: number[] = [];
    for (let step = 0; step < arms.length; step += 1) {
      const nth = (round + step) % arms.length;
      const arm = arms[nth];
      if (arm !== undefined) row[nth] = await timeCalls(arm, counts[nth] ?? 1);
    }
    measured.push(row);
  }
  return measured.slice(Math.floor(rounds / 5));
}

async function countPerSlice(arm: Arm): Promise<number> {
  const warmUpUntil = performance.now() + warmUpSlices * sliceMs;
  let calls = 0;
  while (performance.now() < warmUpUntil) {
    await arm.call();
    calls += 1;
  }
  return Math.max(1, Math.round(calls / warmUpSlices));
}

/** Processor time of the whole process, collector and compiler included: waiting for a neighbour is not counted. */
async function timeCalls(arm: Arm, count: number): Promise<number> {
  const before = process.cpuUsage();
  for (let call = 0; call < count; call += 1) await arm.call();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1e3) / count;
}
