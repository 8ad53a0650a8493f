import { randomBytes } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import type { Config } from '../contract/config.ts';
import type { Result } from '../contract/result.ts';
import { concludeGate } from '../gate/decide.ts';
import { judgeChecks } from '../gate/criteria/checks.ts';
import { judgeMeasurements } from '../gate/criteria/measurements.ts';
import { benchTarget, type TargetBench } from '../perf/bench/bench-target.ts';
import { benchWorkloads } from '../perf/bench/bench-workloads.ts';
import { buildResult } from './evidence/build-result.ts';
import { mergeChecks } from './evidence/merge-checks.ts';
import { findConfig } from './load-config.ts';
import { openMeasured } from './open-measured.ts';
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
  readonly say: (line: string) => void;
}

/** The target under load, opened for it and closed after it. */
async function measureTarget(
  order: BenchOrder,
  seed: string,
): Promise<TargetBench & { readonly profile: string }> {
  const { config, say, sessions, workers, knee, soakMs } = order;
  const target = await openMeasured(order.target, config, sessions);
  try {
    const bench = await benchTarget(target, {
      config,
      seed,
      knee,
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

/** Measures the target under load, and the workload files of the config; every sample belongs to a checked history. */
export async function runBench(order: BenchOrder): Promise<{ result: Result; folder: string }> {
  const startedAt = new Date();
  const folder = makeRunFolder(startedAt);
  const seed = order.seed ?? randomBytes(4).toString('hex');
  const { config, say, against, only } = order;
  const facts = { id: folder.id, folder: folder.path, startedAt, command: 'bench', seed };
  const root = dirname(findConfig(order.configFile) ?? resolve('golden-path.config.ts'));
  const workloads =
    only === 'target' ? [] : await benchWorkloads({ root, config, seed, against, say });
  const load =
    only === 'workloads'
      ? { measurements: [], checks: [], profile: 'none' }
      : await measureTarget(order, seed);
  const named = {
    ...facts,
    target: only === 'workloads' ? 'workloads' : order.target,
    profile: load.profile,
  };
  const result: Result = {
    ...(await buildResult(named, [], [])),
    measurements: [...workloads, ...load.measurements],
    checks: mergeChecks(load.checks).filter(({ exercised }) => exercised > 0),
  };
  const criteria = [...judgeChecks(result, false), ...judgeMeasurements(result)];
  return { folder: folder.path, result: { ...result, gate: concludeGate(criteria) } };
}
