import type { Measurement } from '../../contract/measurement.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import type { Target } from '../../targets/target.ts';
import { judgeLaunches, type PairedArm } from '../paired/judge-launches.ts';
import type { ArmSamples, Launch } from '../paired/launch.ts';
import { isDecided } from '../paired/looks.ts';
import { measureComparison } from '../paired/measure-comparison.ts';
import { createRandom } from '../stats/random.ts';
import { measureResidentMemory, type MemoryLaunch } from './measure-resident-memory.ts';
import { openPlatformArm, type PlatformArm } from './platform-arm.ts';

export interface PlatformComparison {
  /** Opens the old platform, each time in a process of its own where there can be more than one. */
  readonly old: () => Promise<Target>;
  readonly next: () => Promise<Target>;
  readonly seed: string;
  readonly progress: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Runs of a slice, slices of a launch, and runs beforehand that do not count, while code is compiled. */
const runsPerSlice = 32;
const slicesPerLaunch = 12;
const warmUpRuns = 320;
/** Numbers of launches after which it is looked at whether the verdict stands. */
const looks = [5, 8, 12];
const budgetMs = 150_000;

/**
 * A whole platform is judged more generously than a dispatcher alone: its processes differ by more from launch to
 * launch. A tenth of the processor time is what a team would notice on its bill.
 */
const minEffect = { cpu: 0.1, wall: 0.25 };

/**
 * Old and new platform side by side under the same chats: processor and wall time per run as ratios, resident memory
 * after equally many runs. Processes are fresh for each launch and their slices interleaved.
 *
 * @throws {HarnessError} what opening a platform for the first time throws.
 */
export async function comparePlatforms(order: PlatformComparison): Promise<Measurement[]> {
  const launches: Launch<PairedArm>[] = [];
  const memory: MemoryLaunch[] = [];
  const deadline = performance.now() + budgetMs;
  let stopped: string | undefined;
  for (const look of looks) {
    while (launches.length < look && stopped === undefined) {
      if (order.signal?.aborted === true) stopped = 'it was interrupted';
      else if (performance.now() > deadline) stopped = 'the time is used up';
      else stopped = await addLaunch(order, launches, memory);
    }
    if (launches.length === 0) return [];
    const held = measureResidentMemory(memory, order.seed);
    const metrics = judgeLaunches(launches, { seed: order.seed, minEffect });
    const decided = isDecided(metrics) && held.every(({ verdict }) => verdict !== 'unknown');
    order.progress(`speed: ${launches.length} launches${decided ? ', decided' : ''}`);
    const isLast = stopped !== undefined || look === looks.at(-1);
    if ((decided || isLast) && launches.length > 0) {
      const why = stopped ?? `not decided after ${launches.length} launches`;
      const speed = measureComparison('platform', { launches, metrics, stopped: why });
      const tooFew = launches.length < (looks[0] ?? 0);
      return [...speed, ...held].map((one) => (tooFew ? leaveOpen(one, why) : one));
    }
  }
  return [];
}

function leaveOpen(measurement: Measurement, why: string): Measurement {
  return { ...measurement, verdict: 'unknown', reason: `undecided: ${why}` };
}

/** Says why there is no further launch. The first one must come about. */
async function addLaunch(
  order: PlatformComparison,
  launches: Launch<PairedArm>[],
  memory: MemoryLaunch[],
): Promise<string | undefined> {
  try {
    const { launch, held } = await runLaunch(order, launches.length);
    launches.push(launch);
    if (held !== undefined) memory.push(held);
    return undefined;
  } catch (error) {
    if (!(error instanceof HarnessError) || launches.length === 0) throw error;
    return error.message;
  }
}

interface StartedArm {
  readonly name: PairedArm;
  readonly arm: PlatformArm;
  readonly taken: { cpu: number; wall: number; failed: number }[];
}

/** There and back (A B C C B A …) in an order drawn anew: whatever the machine does meanwhile, it does to all of them. */
async function runLaunch(
  { old, next, seed }: PlatformComparison,
  number: number,
): Promise<{ launch: Launch<PairedArm>; held: MemoryLaunch | undefined }> {
  const random = createRandom(`${seed} launch ${number}`);
  const started: StartedArm[] = [];
  const open = { baseline: old, control: old, candidate: next } as const;
  const names = (Object.keys(open) as PairedArm[]).toSorted(() => random() - 0.5);
  try {
    for (const name of names) {
      const arm = await openPlatformArm(await open[name](), `${seed}-${name}-${number}`);
      started.push({ name, arm, taken: [] });
      await arm.slice(warmUpRuns);
    }
    for (let round = 0; round < slicesPerLaunch; round += 1) {
      const turn = round % 2 === 0 ? started : started.toReversed();
      for (const { arm, taken } of turn) taken.push(await arm.slice(runsPerSlice));
    }
    const rss = new Map(started.map(({ name, arm }) => [name, arm.rss()]));
    return { launch: summarise(started), held: heldBy(rss) };
  } finally {
    await Promise.all(started.map(({ arm }) => arm.close()));
  }
}

function summarise(started: readonly StartedArm[]): Launch<PairedArm> {
  const samplesOf = (name: PairedArm): ArmSamples => {
    const taken = started.find((one) => one.name === name)?.taken ?? [];
    return {
      slices: taken.map(({ cpu, wall }) => ({ cpu, wall })),
      failed: taken.reduce((sum, { failed }) => sum + failed, 0),
    };
  };
  return {
    baseline: samplesOf('baseline'),
    control: samplesOf('control'),
    candidate: samplesOf('candidate'),
  };
}

function heldBy(rss: ReadonlyMap<PairedArm, number | undefined>): MemoryLaunch | undefined {
  const [baseline, control, candidate] = [
    rss.get('baseline'),
    rss.get('control'),
    rss.get('candidate'),
  ];
  if (baseline === undefined || control === undefined || candidate === undefined) return undefined;
  return { baseline, control, candidate };
}
