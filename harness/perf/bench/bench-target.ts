import type { Config } from '../../contract/config.ts';
import type { CheckResult } from '../../contract/check-result.ts';
import type { Measurement } from '../../contract/measurement.ts';
import type { Target } from '../../targets/target.ts';
import { findKnee } from '../load/find-knee.ts';
import { findAbsence, findStrain, measureLoad } from '../load/measure-load.ts';
import type { ApartTarget } from '../load/open-apart.ts';
import { runLoad } from '../load/run-load.ts';
import { measureDelivery, type DeliveryOptions } from '../scenarios/measure-delivery.ts';
import { measureEndpoints } from '../scenarios/measure-endpoints.ts';
import { measureReconnect, type ReconnectOptions } from '../scenarios/measure-reconnect.ts';
import { measureSessionMemory } from '../scenarios/measure-session-memory.ts';
import { measureSoak } from '../scenarios/measure-soak.ts';
import { distrustEndings, distrustTimed } from '../watch/find-bottleneck.ts';
import { attempt } from './attempt.ts';

/** What can be measured of a target, in this order; `knee` and `soak` only where their options ask for them. */
export type BenchPart =
  | 'load'
  | 'endpoints'
  | 'reconnect'
  | 'delivery'
  | 'session-memory'
  | 'knee'
  | 'soak';

export interface BenchTargetOptions {
  readonly config: Pick<Config, 'budgets'>;
  readonly seed: string;
  /** Sessions at once (as many as there are users, at most 100): more than users means further tabs of the same ones. */
  readonly sessions?: number;
  /** Turns of each session (10). */
  readonly turns?: number;
  /** Milliseconds between two turns of a session (1,000). */
  readonly everyMs?: number;
  /** Parts to carry out (all of them). */
  readonly parts?: readonly BenchPart[];
  /** How many people drop their connection, and how often, in place of what is usual. */
  readonly reconnect?: Pick<ReconnectOptions, 'sessions' | 'rounds'>;
  /** How many people ask for long answers, and how many, in place of what is usual. */
  readonly delivery?: Pick<DeliveryOptions, 'sessions' | 'answers'>;
  /** Prober processes (1). */
  readonly workers?: number;
  /** Also look for the number of sessions at which a budget breaks; takes a minute or more. */
  readonly knee?: boolean;
  /** Also keep the load up for so many milliseconds, and watch the target's heap where its process is ours. */
  readonly soakMs?: number;
  /** Ends the measurement: the part it is in is `unknown`, and so are those that follow. */
  readonly signal?: AbortSignal | undefined;
  readonly say?: (line: string) => void;
}

export interface TargetBench {
  readonly measurements: readonly Measurement[];
  /** Of each prober; the same check may be in it several times. */
  readonly checks: readonly CheckResult[];
}

/** Only of a process of ours can the memory be looked at. */
const isApart = (target: Target): target is ApartTarget => 'usage' in target;

/** Sessions weighed: enough for a number, few enough for any target. */
const weighedSessions = 200;

const noMemory = (limit: number): Measurement => ({
  id: 'memory.session-heap',
  title: 'heap of the target per idle session',
  unit: 'bytes',
  value: 0,
  n: 0,
  limit,
  verdict: 'unknown',
  reason: "the target's process is not ours to look into: unset memoryPerSession for it",
});

async function weighSessions(
  target: Target,
  seed: string,
  limit: number | undefined,
): Promise<Measurement[]> {
  if (!isApart(target)) return limit === undefined ? [] : [noMemory(limit)];
  return await measureSessionMemory(target, { sessions: weighedSessions, seed, limit });
}

/**
 * A target under a steady open-loop load, its HTTP endpoints, its reconnects, its delivery of long answers and the memory of its
 * sessions; limits are the budgets of the configuration. A part that breaks off is `unknown`, and the others are kept.
 *
 * @throws {HarnessError} TARGET_UNREACHABLE or TARGET_LOGIN_REFUSED.
 */
export async function benchTarget(
  target: Target,
  options: BenchTargetOptions,
): Promise<TargetBench> {
  const { config, seed, turns = 10, everyMs = 1000, workers = 1, soakMs, signal, say } = options;
  const { sessions = Math.min(100, target.users.length) } = options;
  const { firstEvent = {}, run = {}, memoryPerSession } = config.budgets;
  const limits = { 'first-event': firstEvent, run };
  const measurements: Measurement[] = [];
  const checks: CheckResult[] = [];
  const part = async (
    name: BenchPart,
    sentence: string,
    measure: () => Promise<readonly Measurement[]>,
  ): Promise<void> => {
    if (options.parts?.includes(name) === false) return;
    if (signal?.aborted !== true) say?.(sentence);
    const isFirst = measurements.length === 0;
    measurements.push(...(await attempt(name, measure, { isFirst, signal })));
  };

  const pace = everyMs === 1000 ? 'one per second' : `one every ${everyMs / 1000} s`;
  await part('load', `${sessions} sessions take ${turns} turns each, ${pace}`, async () => {
    const plan = { sessions, turns, everyMs, seed };
    const outcomes = await runLoad(target, plan, workers);
    const seen = distrustTimed(
      outcomes.flatMap((outcome) => outcome.checks),
      findStrain(outcomes),
    );
    checks.push(...distrustEndings(seen, findAbsence(outcomes)));
    return measureLoad(outcomes, limits);
  });
  await part('endpoints', 'HTTP endpoints', () => measureEndpoints(target));
  await part('reconnect', 'sessions drop in the middle of a run and come back', () =>
    measureReconnect(target, { ...options.reconnect, seed: `${seed}-drop` }),
  );
  await part('delivery', 'long answers, as fast as they come', () =>
    measureDelivery(target, { ...options.delivery, seed: `${seed}-long` }),
  );
  await part('session-memory', 'memory of idle sessions', () =>
    weighSessions(target, `${seed}-idle`, memoryPerSession),
  );
  if (options.knee === true) {
    await part('knee', 'more and more sessions, until a budget breaks', () =>
      findKnee(target, { plan: { turns: 5, everyMs, seed: `${seed}-knee` }, limits, workers }),
    );
  }
  if (soakMs !== undefined) {
    await part('soak', `the load goes on for ${Math.round(soakMs / 1000)} s`, () =>
      measureSoak(target, {
        plan: { sessions, turns: Math.ceil(soakMs / everyMs), everyMs, seed: `${seed}-soak` },
        limits,
        workers,
      }),
    );
  }
  return { measurements, checks };
}
