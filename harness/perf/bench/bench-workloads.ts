import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Config } from '../../contract/config.ts';
import type { Measurement } from '../../contract/measurement.ts';
import { benchAgainst, nameWorkload } from '../against/bench-against.ts';
import { measureAlone } from '../alone/measure-alone.ts';
import { attempt } from './attempt.ts';
import { canBeHeld, measureHeld } from '../memory/measure-held.ts';
import { measureLeak } from '../memory/measure-leak.ts';

export interface BenchWorkloadsOptions {
  /** Folder of the configuration; workload files are relative to it. */
  readonly root: string;
  readonly config: Pick<Config, 'bench' | 'budgets'>;
  readonly seed: string;
  /** The commit to measure against; without one, speed is shown and not judged. */
  readonly against?: string | undefined;
  /** Ends the measurement: the part it is in is `unknown`, and so are those that follow. */
  readonly signal?: AbortSignal | undefined;
  /** One line about what is going on. */
  readonly say?: (line: string) => void;
}

/** Measurements of one workload are told apart by its name: ids are unique in a result. */
const labelled = (name: string, measurements: readonly Measurement[]): Measurement[] =>
  measurements.map((measurement) => ({
    ...measurement,
    id: measurement.id.replace(/^memory\./, `memory.${name}.`),
    title: `${name}: ${measurement.title}`,
  }));

const nothingToCompare: Measurement = {
  id: 'speed.none',
  title: 'workloads measured against the other commit',
  unit: 'count',
  value: 0,
  n: 0,
  limit: 0,
  verdict: 'unknown',
  reason: 'the configuration names no bench.workloads, so nothing was compared',
};

async function measureSpeed({
  root,
  config,
  seed,
  against,
  say,
}: BenchWorkloadsOptions): Promise<Measurement[]> {
  const { workloads, prepare } = config.bench;
  if (against !== undefined && workloads.length === 0) return [nothingToCompare];
  if (against !== undefined) {
    return await benchAgainst({
      root,
      ref: against,
      workloads,
      seed,
      ...(prepare === undefined ? {} : { prepare }),
      progress: (file, done, planned) =>
        say?.(`${nameWorkload(file)} against ${against}: launch ${done} of ${planned}`),
    });
  }
  const measurements: Measurement[] = [];
  for (const file of workloads) {
    const name = nameWorkload(file);
    const alone = await measureAlone({
      name,
      workload: pathToFileURL(join(root, file)),
      seed,
      progress: (done, planned) => say?.(`${name}: launch ${done} of ${planned}`),
    });
    measurements.push(...alone);
  }
  return measurements;
}

/** Heap of one live instance of every workload that says how to hold one. A budget that nothing was weighed against is `unknown`. */
async function weighHeld({ root, config, say }: BenchWorkloadsOptions): Promise<Measurement[]> {
  const limit = config.budgets.memoryPerDispatcher;
  const weighed: Measurement[] = [];
  for (const file of config.bench.workloads) {
    const module = pathToFileURL(join(root, file));
    if (!(await canBeHeld(module))) continue;
    say?.(`${nameWorkload(file)}: memory of one instance`);
    weighed.push(await measureHeld({ module, name: nameWorkload(file), limit }));
  }
  if (limit === undefined || weighed.length > 0) return weighed;
  return [
    {
      id: 'memory.held',
      title: 'heap of one live dispatcher',
      unit: 'bytes',
      value: 0,
      n: 0,
      limit,
      verdict: 'unknown',
      reason: 'memoryPerDispatcher is set, and no workload file exports "hold"',
    },
  ];
}

async function findLeaks({ root, config, say }: BenchWorkloadsOptions): Promise<Measurement[]> {
  const growthLimit = config.budgets.growthPer1000Requests;
  const measurements: Measurement[] = [];
  for (const file of config.bench.workloads) {
    say?.(`${nameWorkload(file)}: memory`);
    const leaks = await measureLeak({
      module: pathToFileURL(join(root, file)),
      ...(growthLimit === undefined ? {} : { growthLimit }),
    });
    measurements.push(...labelled(nameWorkload(file), leaks));
  }
  return measurements;
}

/**
 * Speed and memory of every workload file of the configuration.
 *
 * @returns `speed.<workload>.*`, `memory.<workload>.*` and `memory.held.<workload>`. When memory cannot be measured after speed was,
 *   its part is `unknown` and speed is kept.
 * @throws {HarnessError} BENCH_REF_UNKNOWN, BENCH_REF_UNBUILT or MEASURED_PROCESS_FAILED.
 */
export async function benchWorkloads(options: BenchWorkloadsOptions): Promise<Measurement[]> {
  const parts = { speed: measureSpeed, leaks: findLeaks, held: weighHeld };
  const measurements: Measurement[] = [];
  for (const [name, part] of Object.entries(parts)) {
    const rule = { isFirst: measurements.length === 0, signal: options.signal };
    measurements.push(...(await attempt(name, () => part(options), rule)));
  }
  return measurements;
}
