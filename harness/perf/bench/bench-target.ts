import type { Config } from '../../contract/config.ts';
import type { CheckResult } from '../../contract/check-result.ts';
import type { Measurement } from '../../contract/measurement.ts';
import type { Target } from '../../targets/target.ts';
import { findKnee } from '../load/find-knee.ts';
import { measureLoad } from '../load/measure-load.ts';
import { runLoad } from '../load/run-load.ts';
import { measureEndpoints } from '../scenarios/measure-endpoints.ts';
import { measureReconnect } from '../scenarios/measure-reconnect.ts';

export interface BenchTargetOptions {
  readonly config: Pick<Config, 'budgets'>;
  readonly seed: string;
  /** Sessions at once (as many as there are users, at most 100): more than users means further tabs of the same ones. */
  readonly sessions?: number;
  /** Turns of each session, one per second (10). */
  readonly turns?: number;
  /** Prober processes (1). */
  readonly workers?: number;
  /** Also look for the number of sessions at which a budget breaks; takes a minute or more. */
  readonly knee?: boolean;
  readonly say?: (line: string) => void;
}

export interface TargetBench {
  readonly measurements: readonly Measurement[];
  /** Of each prober; the same check may be in it several times. */
  readonly checks: readonly CheckResult[];
}

/**
 * A target under a steady open-loop load, its HTTP endpoints and its reconnects; limits are the budgets of the configuration.
 *
 * @throws {HarnessError} TARGET_UNREACHABLE or TARGET_LOGIN_REFUSED.
 */
export async function benchTarget(
  target: Target,
  options: BenchTargetOptions,
): Promise<TargetBench> {
  const { config, seed, turns = 10, workers = 1, say } = options;
  const { sessions = Math.min(100, target.users.length) } = options;
  const { firstEvent = {}, run = {} } = config.budgets;
  const limits = { 'first-event': firstEvent, run };
  say?.(`${sessions} sessions take ${turns} turns each, one per second`);
  const outcomes = await runLoad(target, { sessions, turns, everyMs: 1000, seed }, workers);
  say?.('HTTP endpoints');
  const endpoints = await measureEndpoints(target);
  say?.('sessions drop in the middle of a run and come back');
  const reconnects = await measureReconnect(target, { seed: `${seed}-drop` });
  const measurements = [...measureLoad(outcomes, limits), ...endpoints, ...reconnects];
  if (options.knee === true) {
    say?.('more and more sessions, until a budget breaks');
    const plan = { turns: 5, everyMs: 1000, seed: `${seed}-knee` };
    measurements.push(await findKnee(target, { plan, limits, workers }));
  }
  return {
    measurements,
    checks: outcomes.flatMap(({ checks }) => checks),
  };
}
