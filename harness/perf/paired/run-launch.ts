import type { Random } from '../stats/random.ts';
import type { ArmSamples, Launch, Slice } from './launch.ts';
import { openArm, type OpenArm } from './open-arm.ts';

/** Slices of every arm in one launch, and as many beforehand that do not count, while code is compiled. */
const slicesPerLaunch = 36;

export interface LaunchArm {
  readonly workload: URL;
  readonly requestsPerSlice: number;
}

export interface LaunchPlan<Arm extends string> {
  readonly arms: Readonly<Record<Arm, LaunchArm>>;
  readonly random: Random;
}

function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

interface StartedArm<Arm extends string> {
  readonly name: Arm;
  readonly arm: OpenArm;
  readonly requests: number;
  readonly taken: (Slice & { readonly failed: number })[];
}

async function startAll<Arm extends string>(
  arms: Readonly<Record<Arm, LaunchArm>>,
): Promise<StartedArm<Arm>[]> {
  const results = await Promise.allSettled(
    Object.entries<LaunchArm>(arms).map(async ([name, { workload, requestsPerSlice }]) => ({
      name: name as Arm,
      arm: await openArm(workload),
      requests: requestsPerSlice,
      taken: [],
    })),
  );
  const started = results.flatMap((result) =>
    result.status === 'fulfilled' ? [result.value] : [],
  );
  const refused = results.find((result) => result.status === 'rejected');
  if (refused === undefined) return started;
  await closeAll(started);
  throw refused.reason;
}

async function closeAll(started: readonly StartedArm<string>[]): Promise<void> {
  await Promise.all(started.map(({ arm }) => arm.close()));
}

function summarise({ taken }: StartedArm<string>): ArmSamples {
  return {
    slices: taken.map(({ cpu, wall }) => ({ cpu, wall })),
    failed: taken.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/**
 * Starts a process per arm and takes their slices in turn, there and back (A B B A …), in an order drawn anew for each launch:
 * whatever the machine does meanwhile, it does to all arms.
 */
export async function runLaunch<Arm extends string>({
  arms,
  random,
}: LaunchPlan<Arm>): Promise<Launch<Arm>> {
  const started = shuffle(await startAll(arms), random);
  try {
    for (const { arm, requests } of started) await arm.slice(requests * slicesPerLaunch);
    for (let round = 0; round < slicesPerLaunch; round += 1) {
      const order = round % 2 === 0 ? started : started.toReversed();
      for (const { arm, requests, taken } of order) taken.push(await arm.slice(requests));
    }
  } finally {
    await closeAll(started);
  }
  return Object.fromEntries(
    started.map((arm): [string, ArmSamples] => [arm.name, summarise(arm)]),
  ) as Launch<Arm>;
}
