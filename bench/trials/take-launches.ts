import { calibrateSlice } from '../../harness/perf/paired/calibrate.ts';
import type { Launch } from '../../harness/perf/paired/launch.ts';
import { runLaunch } from '../../harness/perf/paired/run-launch.ts';
import { createRandom } from '../../harness/perf/stats/random.ts';

/** Three processes of the same code, and two of it with a seeded slowdown. */
export type TrialArm = 'same1' | 'same2' | 'same3' | 'slower10' | 'slower25';

const workload = new URL('./workloads/dispatch.ts', import.meta.url);

/** Processes in a launch here, and in a real comparison. */
const arms = 5;
const compared = 3;

/** A launch, and how long a comparison of three arms would have taken over it. */
export interface TrialLaunch {
  readonly launch: Launch<TrialArm>;
  readonly comparisonMs: number;
}

export interface TakenLaunches {
  readonly launches: readonly TrialLaunch[];
  readonly requestsPerSlice: number;
}

/** Real launches of all arms, their slices interleaved. */
export async function takeLaunches(
  count: number,
  seed: string,
  progress: (done: number) => void,
): Promise<TakenLaunches> {
  const requestsPerSlice = await calibrateSlice(workload);
  const random = createRandom(seed);
  const arm = (query: string) => ({ workload: new URL(query, workload), requestsPerSlice });
  const launches: TrialLaunch[] = [];
  while (launches.length < count) {
    const start = performance.now();
    const launch = await runLaunch({
      arms: {
        same1: arm(''),
        same2: arm(''),
        same3: arm(''),
        slower10: arm('?repeat=0.1'),
        slower25: arm('?repeat=0.25'),
      },
      random,
    });
    launches.push({ launch, comparisonMs: ((performance.now() - start) * compared) / arms });
    progress(launches.length);
  }
  return { launches, requestsPerSlice };
}
