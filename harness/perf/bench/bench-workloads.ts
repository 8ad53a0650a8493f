import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Config } from '../../contract/config.ts';
import type { Measurement } from '../../contract/measurement.ts';
import { benchAgainst, nameWorkload } from '../against/bench-against.ts';
import { measureAlone } from '../alone/measure-alone.ts';
import { measureLeak } from '../memory/measure-leak.ts';

export interface BenchWorkloadsOptions {
  /** Folder of the configuration; workload files are relative to it. */
  readonly root: string;
  readonly config: Pick<Config, 'bench' | 'budgets'>;
  readonly seed: string;
  /** The commit to measure against; without one, speed is shown and not judged. */
  readonly against?: string | undefined;
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

async function measureSpeed({
  root,
  config,
  seed,
  against,
  say,
}: BenchWorkloadsOptions): Promise<Measurement[]> {
  const { workloads, prepare } = config.bench;
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

/**
 * Speed and memory of every workload file of the configuration.
 *
 * @returns `speed.<workload>.*` and `memory.<workload>.*`.
 * @throws {HarnessError} BENCH_REF_UNKNOWN, BENCH_REF_UNBUILT or MEASURED_PROCESS_FAILED.
 */
export async function benchWorkloads(options: BenchWorkloadsOptions): Promise<Measurement[]> {
  const { root, config, say } = options;
  const measurements = await measureSpeed(options);
  const growthLimit = config.budgets.growthPer1000Requests;
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
