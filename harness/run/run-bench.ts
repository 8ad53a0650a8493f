import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../contract/config.ts';
import { HarnessError } from '../contract/harness-error.ts';
import type { Result } from '../contract/result.ts';
import { concludeGate } from '../gate/decide.ts';
import { judgeChecks } from '../gate/criteria/checks.ts';
import { judgeMeasurements } from '../gate/criteria/measurements.ts';
import { readBaselines } from '../perf/baseline/baseline-file.ts';
import { measureLevels } from '../perf/baseline/measure-levels.ts';
import { benchTarget, type TargetBench } from '../perf/bench/bench-target.ts';
import { benchWorkloads } from '../perf/bench/bench-workloads.ts';
import { buildResult } from './evidence/build-result.ts';
import { mergeChecks } from './evidence/merge-checks.ts';
import { findConfig } from './load-config.ts';
import { openMeasured } from './open-measured.ts';
import { recordLevels } from './record-levels.ts';
import { makeRunFolder } from './run-folder.ts';

export interface BenchOrder {
  readonly config: Config;
  readonly configFile: string | undefined;
  readonly target: string;
  /** The commit to measure against; without one, speed is shown and not judged. */
  readonly against: string | undefined;
  readonly seed: string | undefined;
  /** Measures both parts unless told. */
  readonly only: 'workloads' | 'target' | undefined;
  readonly sessions: number | undefined;
  readonly workers: number | undefined;
  readonly knee: boolean;
  /** Milliseconds for which the load is kept up at the end. */
  readonly soakMs: number | undefined;
  /** Ends it early: what was measured until then is judged, the rest is unknown. */
  readonly signal?: AbortSignal | undefined;
  /** Keeps what was measured, but for what was wrong, among the baselines of the project, which later runs are held against. */
  readonly record?: boolean;
  readonly say: (line: string) => void;
}

/** The target under load, opened for it and closed after it. */
async function measureTarget(
  order: BenchOrder,
  seed: string,
): Promise<TargetBench & { readonly profile: string }> {
  const { config, say, sessions, workers, knee, soakMs, signal } = order;
  const target = await openMeasured(order.target, config, sessions, signal);
  try {
    const bench = await benchTarget(target, {
      config,
      seed,
      knee,
      signal,
      say,
      ...(sessions === undefined ? {} : { sessions }),
      ...(workers === undefined ? {} : { workers }),
      ...(soakMs === undefined ? {} : { soakMs }),
    });
    return { ...bench, profile: target.profile.name };
  } finally {
    await target[Symbol.asyncDispose]();
  }
}

/** Beside the configuration, and under version control: one line for each recorded run. */
const baselineFile = join('reports', 'baselines', 'bench.jsonl');

/** A workload file that is not there is a mistake of the configuration, and told before anything runs. */
function demandWorkloads(root: string, { bench }: Config): void {
  const missing = bench.workloads.find((file) => !existsSync(join(root, file)));
  if (missing === undefined) return;
  const message = `bench.workloads: there is no file "${missing}" in ${root}`;
  throw new HarnessError('CONFIG_INVALID', message, { where: missing });
}

/** Measures the target under load, and the workload files of the config; every sample belongs to a checked history. */
export async function runBench(order: BenchOrder): Promise<{ result: Result; folder: string }> {
  const startedAt = new Date();
  const folder = makeRunFolder(startedAt);
  const seed = order.seed ?? randomBytes(4).toString('hex');
  const { config, say, against, only, signal } = order;
  const facts = { id: folder.id, folder: folder.path, startedAt, command: 'bench', seed };
  const root = dirname(findConfig(order.configFile) ?? resolve('golden-path.config.ts'));
  if (only !== 'target') demandWorkloads(root, config);
  const baselines = join(root, baselineFile);
  // Ratios to another commit are no level: they change with the commit.
  const stored = against === undefined ? await readBaselines(baselines) : [];
  const workloads =
    only === 'target' ? [] : await benchWorkloads({ root, config, seed, against, signal, say });
  const load =
    only === 'workloads'
      ? { measurements: [], checks: [], profile: 'none' }
      : await measureTarget(order, seed);
  const named = {
    ...facts,
    target: only === 'workloads' ? 'workloads' : order.target,
    profile: load.profile,
  };
  const measured = [...workloads, ...load.measurements];
  const built = await buildResult(named, [], []);
  const { environment } = built;
  const levels = stored.length === 0 ? [] : measureLevels(stored, measured, environment);
  if (order.record === true) {
    const isInterrupted = signal?.aborted === true;
    await recordLevels({
      file: baselines,
      at: startedAt,
      environment,
      measured,
      isInterrupted,
      say,
    });
  }
  const result: Result = {
    ...built,
    measurements: [...measured, ...levels],
    checks: mergeChecks(load.checks).filter(({ exercised }) => exercised > 0),
  };
  const criteria = [...judgeChecks(result, false), ...judgeMeasurements(result)];
  return { folder: folder.path, result: { ...result, gate: concludeGate(criteria) } };
}
