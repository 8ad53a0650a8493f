import type { Measurement } from '../../contract/measurement.ts';
import { moduleBeside } from '../child/module-beside.ts';
import { startChild } from '../child/start-child.ts';
import { clusterBootstrap } from '../stats/cluster-bootstrap.ts';
import { createRandom } from '../stats/random.ts';
import { judgeRatio } from '../stats/ratio-verdict.ts';
import type { Resident, ResidentChildCalls } from './resident-child.ts';

export interface ResidentOptions {
  /** Modules of the old state, such as three dispatcher implementations; all are loaded into one process. */
  readonly before: readonly URL[];
  /** Modules of the new state, such as the one that is left. */
  readonly after: readonly URL[];
  readonly seed: string;
  /** Pairs of fresh processes (7). */
  readonly rounds?: number;
}

/** What one process may be larger by for no reason: pages are given out in lumps. */
const minEffect = 0.1;

async function loadApart(modules: readonly URL[]): Promise<Resident> {
  const child = startChild<ResidentChildCalls>(moduleBeside(import.meta.url, 'resident-child'), {
    flags: ['--expose-gc'],
    deadlineMs: 60_000,
  });
  try {
    return await child.call(
      'load',
      modules.map(({ href }) => href),
    );
  } finally {
    await child.close();
  }
}

const sizes = {
  rss: { of: ({ rssBytes }: Resident) => rssBytes, title: 'resident memory' },
  heap: { of: ({ heapBytes }: Resident) => heapBytes, title: 'heap' },
} as const;

/**
 * Memory of a process with the new modules loaded against one with the old ones, in pairs of fresh processes that take turns.
 *
 * @returns `memory.resident.rss` and `memory.resident.heap`, new / old as a ratio with its 95 % interval; the reason says the bytes.
 * @throws {HarnessError} MEASURED_PROCESS_FAILED when a module cannot be loaded.
 */
export async function measureResident({
  before,
  after,
  seed,
  rounds = 7,
}: ResidentOptions): Promise<Measurement[]> {
  const pairs: { readonly old: Resident; readonly now: Resident }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const old = await loadApart(before);
      pairs.push({ old, now: await loadApart(after) });
    } else {
      const now = await loadApart(after);
      pairs.push({ old: await loadApart(before), now });
    }
  }
  return Object.entries(sizes).map(([name, { of, title }]) => {
    const logs = pairs.map(({ old, now }) => [Math.log(of(now) / of(old))]);
    const estimate = clusterBootstrap(logs, { random: createRandom(seed) });
    const { outcome, verdict } = judgeRatio(estimate, { minEffect });
    const least = (side: 'old' | 'now'): string =>
      `${(Math.min(...pairs.map((pair) => of(pair[side]))) / 2 ** 20).toFixed(1)} MiB`;
    return {
      id: `memory.resident.${name}`,
      title: `${title} with the new modules against the old ones`,
      unit: 'ratio',
      value: Math.exp(estimate.value),
      interval: [Math.exp(estimate.interval[0]), Math.exp(estimate.interval[1])],
      n: rounds,
      limit: 1 + minEffect,
      verdict,
      reason: `${outcome}: ${least('old')} before, ${least('now')} now`,
    };
  });
}
