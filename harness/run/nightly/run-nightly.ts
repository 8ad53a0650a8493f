import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Allowance } from '../../contract/allowance.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import { nightParts } from '../../contract/night.ts';
import type { Result } from '../../contract/result.ts';
import { judgeGate } from '../../gate/judge-gate.ts';
import { countRuns, outOfTime } from '../../targets/allowance/ledger.ts';
import { withAllowance } from '../../targets/allowance/with-allowance.ts';
import { openTarget } from '../../targets/open-target.ts';
import type { User } from '../../targets/user.ts';
import { mergeChecks } from '../evidence/merge-checks.ts';
import { openMeasured } from '../open-measured.ts';
import { runGate, type GateRun } from '../run-gate.ts';
import { suiteTable } from '../suites/suite-table.ts';
import { isReached, leftOut } from './leave-out.ts';
import { measureNight, type MeasuredNight } from './measure-night.ts';
import { isShared, limitsOf } from './night-limits.ts';
import type { NightLimits, NightOrder } from './night-order.ts';
import { planParts } from './plan-parts.ts';
import { compareWithStore } from './compare-with-store.ts';
import { Withholding } from './withholding.ts';

const nightSuites = suiteTable.flatMap((suite) => ('atNight' in suite ? [suite.name] : []));

/** One night under way. */
interface Course {
  readonly order: NightOrder;
  readonly limits: NightLimits;
  readonly allowance: Allowance;
  readonly signal: AbortSignal;
}

/**
 * The gate's criteria that a remote target can meet, then performance and soak, then the comparison with the nights
 * before: within the limits of time, runs and rate that every process of it keeps. What people log in with stands in
 * nothing that is left behind. Throws wrong configuration before anything is started.
 */
export async function runNightly(order: NightOrder): Promise<GateRun> {
  const limits = limitsOf(order.target, order.limits);
  const withholding = new Withholding(await usersOf(order));
  const place = mkdtempSync(join(tmpdir(), 'golden-path-night-'));
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(outOfTime()), limits.durationMs);
  const say = (line: string): void => order.say(withholding.clean(line));
  try {
    const allowance = {
      ledger: join(place, 'runs'),
      runs: limits.runs,
      perSecond: limits.perSecond,
      until: Date.now() + limits.durationMs,
    };
    const signals = order.signal === undefined ? [] : [order.signal];
    const signal = AbortSignal.any([over.signal, ...signals]);
    const { result, folder } = await spendNight({
      order: { ...order, say },
      limits,
      allowance,
      signal,
    });
    for (const path of withholding.cleanFolder(folder)) say(`${path}: removed, it held a secret`);
    return { folder, result: withholding.cleanResult(result) };
  } catch (error) {
    throw withholding.cleanError(error);
  } finally {
    clearTimeout(timer);
    rmSync(place, { recursive: true, force: true });
  }
}

/** Who logs in at a target of somebody else; an address that nobody has given is told by the gate. */
async function usersOf({ target: name, config }: NightOrder): Promise<readonly User[]> {
  if (!isShared(name)) return [];
  try {
    const target = await openTarget(name, config);
    await target[Symbol.asyncDispose]();
    return target.users;
  } catch (error) {
    if (error instanceof HarnessError && error.exitCode === 2) return [];
    throw error;
  }
}

async function spendNight(course: Course): Promise<GateRun> {
  const { order, limits, allowance, signal } = course;
  const begun = performance.now();
  const { result: judged, folder } = await runGate({
    target: order.target,
    // Suites of the team's own are the gate's business: they know nothing of this target, nor of its limits.
    config: { ...order.config, existing: [] },
    configFile: order.configFile,
    suites: nightSuites,
    seed: order.seed,
    strict: order.strict,
    allowance,
    say: order.say,
    decided: order.decided,
    signal,
  });
  const reached = isReached(judged);
  const measured = reached
    ? await measure(course, judged.seed)
    : leftOut(nightParts, 'the target could not be reached');
  const seen: Result = {
    ...judged,
    command: `golden-path nightly --target ${order.target}`,
    checks: mergeChecks([...judged.checks, ...measured.checks]),
    measurements: [...judged.measurements, ...measured.measurements],
    duration_ms: Math.round(performance.now() - begun),
    night: {
      limits: {
        duration_ms: limits.durationMs,
        runs: limits.runs,
        per_second: limits.perSecond,
      },
      runs: countRuns(allowance),
      parts: [...measured.parts],
      report: order.reportUrl ?? join(relative(process.cwd(), folder), 'report.html'),
    },
  };
  const gate = reached && seen.question !== undefined ? judgeGate(seen, seen.question) : seen.gate;
  const decided = { ...seen, ...(gate === undefined ? {} : { gate }) };
  return { result: await compareWithStore(decided, order), folder };
}

async function measure(course: Course, seed: string): Promise<MeasuredNight> {
  const { order, limits, allowance, signal } = course;
  const shared = isShared(order.target);
  const target = await openMeasured(order.target, order.config, undefined);
  try {
    return await measureNight({
      target: withAllowance(target, allowance),
      parts: planParts(limits, { users: target.users.length, shared }),
      allowance,
      config: order.config,
      seed,
      say: order.say,
      signal,
    });
  } finally {
    await target[Symbol.asyncDispose]();
  }
}
