import { HarnessError } from '../../contract/harness-error.ts';
import { createRandom, type Random } from '../stats/random.ts';
import { calibrateSlice } from './calibrate.ts';
import {
  judgeLaunches,
  type JudgeOptions,
  type MetricComparison,
  type PairedArm,
} from './judge-launches.ts';
import type { Launch } from './launch.ts';
import { isDecided, looks as usualLooks } from './looks.ts';
import { runLaunch } from './run-launch.ts';

export interface CompareOptions extends JudgeOptions {
  /** Workload files; see `Workload`. */
  readonly baseline: URL;
  readonly candidate: URL;
  /** Numbers of launches after which the verdict is looked at; below five nothing is decided. */
  readonly looks?: readonly number[];
  /** Milliseconds the comparison may take (60,000): a launch that would end later is not started. */
  readonly budgetMs?: number;
  /** Called after each launch with how many there are and how many there may be. */
  readonly progress?: (done: number, planned: number) => void;
}

export interface Comparison {
  readonly metrics: readonly MetricComparison[];
  readonly launches: readonly Launch<PairedArm>[];
  /** Why there were no further launches although it was not decided. */
  readonly stopped?: string;
}

/** With fewer launches nothing is decided: one in thirty sits in another JIT mode, 20 to 35 % away. */
const fewestLaunches = 5;

function leaveUndecided(metrics: readonly MetricComparison[]): MetricComparison[] {
  return metrics.map((comparison) => ({ ...comparison, outcome: 'undecided', verdict: 'unknown' }));
}

function judgeSoFar(
  launches: readonly Launch<PairedArm>[],
  options: JudgeOptions,
): MetricComparison[] {
  const metrics = judgeLaunches(launches, options);
  return launches.length < fewestLaunches ? leaveUndecided(metrics) : metrics;
}

interface Progress {
  readonly launches: Launch<PairedArm>[];
  readonly requestsPerSlice: number;
  readonly random: Random;
  readonly deadline: number;
  /** Milliseconds of the longest launch so far: the next one may take as long. */
  longestMs: number;
}

/** Adds launches until there are `look` of them; says why if it had to stop before. */
async function launchUntil(
  look: number,
  state: Progress,
  { baseline, candidate, progress }: CompareOptions,
): Promise<{ readonly reason: string; readonly broken: boolean } | undefined> {
  const { launches, requestsPerSlice, random, deadline } = state;
  const arms = {
    baseline: { workload: baseline, requestsPerSlice },
    candidate: { workload: candidate, requestsPerSlice },
    control: { workload: baseline, requestsPerSlice },
  };
  while (launches.length < look) {
    const start = performance.now();
    if (start + state.longestMs > deadline) return { reason: 'the time is used up', broken: false };
    try {
      launches.push(await runLaunch({ arms, random }));
    } catch (error) {
      if (!(error instanceof HarnessError) || launches.length === 0) throw error;
      return { reason: error.message, broken: true };
    }
    state.longestMs = Math.max(state.longestMs, performance.now() - start);
    progress?.(launches.length, look);
  }
  return undefined;
}

/**
 * Measures two workload files against each other in fresh processes until it is decided, the looks are used up or the time is.
 * When a process dies on the way, what was measured until then is kept and left undecided.
 *
 * @throws {HarnessError} MEASURED_PROCESS_FAILED when a workload cannot even be started.
 */
export async function compareArms(options: CompareOptions): Promise<Comparison> {
  const deadline = performance.now() + (options.budgetMs ?? 60_000);
  const state: Progress = {
    launches: [],
    requestsPerSlice: await calibrateSlice(options.baseline),
    random: createRandom(options.seed),
    deadline,
    longestMs: 0,
  };
  const { launches } = state;
  const { looks = usualLooks } = options;
  for (const look of looks) {
    const stopped = await launchUntil(look, state, options);
    const metrics = judgeSoFar(launches, options);
    if (stopped !== undefined) {
      const { reason, broken } = stopped;
      return { metrics: broken ? leaveUndecided(metrics) : metrics, launches, stopped: reason };
    }
    if (isDecided(metrics)) return { metrics, launches };
  }
  const metrics = judgeSoFar(launches, options);
  return { metrics, launches, stopped: `not decided after ${launches.length} launches` };
}
