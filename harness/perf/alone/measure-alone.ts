import type { Measurement } from '../../contract/measurement.ts';
import { moduleBeside } from '../child/module-beside.ts';
import { calibrateSlice } from '../paired/calibrate.ts';
import type { Launch } from '../paired/launch.ts';
import { runLaunch } from '../paired/run-launch.ts';
import type { Estimate } from '../stats/bootstrap.ts';
import { clusterBootstrap } from '../stats/cluster-bootstrap.ts';
import { createRandom } from '../stats/random.ts';

export interface AloneOptions {
  /** First part of the measurements' ids. */
  readonly name: string;
  readonly workload: URL;
  readonly seed: string;
  /** Fresh processes (5). */
  readonly launches?: number;
  readonly progress?: (done: number, planned: number) => void;
}

type AloneArm = 'workload' | 'control';

function describe(
  named: Pick<Measurement, 'id' | 'title' | 'unit'>,
  { value, interval }: Estimate,
  { n, failed }: { n: number; failed: number },
): Measurement {
  return {
    ...named,
    value: Math.exp(value),
    interval: [Math.exp(interval[0]), Math.exp(interval[1])],
    n,
    ...(failed === 0
      ? { verdict: 'not-applicable', reason: 'no limit is set' }
      : { verdict: 'fail', reason: `${failed} requests failed` }),
  };
}

function summarise(
  launches: readonly Launch<AloneArm>[],
  { name, seed }: AloneOptions,
): Measurement[] {
  const cpuLogs = launches.map((launch) => launch.workload.slices.map(({ cpu }) => Math.log(cpu)));
  const ratioLogs = launches.map((launch, nth) =>
    launch.control.slices.map(
      ({ cpu }, slice) => (cpuLogs[nth]?.[slice] ?? Number.NaN) - Math.log(cpu),
    ),
  );
  const estimate = (logs: number[][]): Estimate =>
    clusterBootstrap(logs, { random: createRandom(seed) });
  const tally = {
    n: cpuLogs.flat().length,
    failed: launches.reduce((sum, { workload }) => sum + workload.failed, 0),
  };
  return [
    describe(
      { id: `speed.${name}.cpu-per-request`, title: `${name}: CPU time per request`, unit: 'us' },
      estimate(cpuLogs),
      tally,
    ),
    describe(
      {
        id: `speed.${name}.cpu-to-control`,
        title: `${name}: CPU time per request against work that never changes`,
        unit: 'ratio',
      },
      estimate(ratioLogs),
      tally,
    ),
  ];
}

/**
 * Measures one workload by itself, beside a built-in control: the numbers that are stored as a baseline and watched for trends.
 *
 * @returns `speed.<name>.cpu-per-request` (µs) and `speed.<name>.cpu-to-control` (ratio, comparable across machines).
 * @throws {HarnessError} MEASURED_PROCESS_FAILED when the workload cannot be started or dies.
 */
export async function measureAlone(options: AloneOptions): Promise<Measurement[]> {
  const { workload, seed, launches: planned = 5, progress } = options;
  const control = moduleBeside(import.meta.url, 'control-workload');
  const arms = {
    workload: { workload, requestsPerSlice: await calibrateSlice(workload) },
    control: { workload: control, requestsPerSlice: await calibrateSlice(control) },
  };
  const random = createRandom(seed);
  const launches: Launch<AloneArm>[] = [];
  while (launches.length < planned) {
    launches.push(await runLaunch({ arms, random }));
    progress?.(launches.length, planned);
  }
  return summarise(launches, options);
}
