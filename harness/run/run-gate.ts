import { randomBytes } from 'node:crypto';
import { relative } from 'node:path';
import type { Config } from '../contract/config.ts';
import type { HarnessError } from '../contract/harness-error.ts';
import type { Result } from '../contract/result.ts';
import { decideGate, concludeGate } from '../gate/decide.ts';
import { openTarget } from '../targets/open-target.ts';
import type { Target } from '../targets/target.ts';
import { buildResult, type RunFacts } from './evidence/build-result.ts';
import { readFragments } from './evidence/read-fragments.ts';
import { reachTarget } from './reach-target.ts';
import { linkLatest, makeRunFolder } from './run-folder.ts';
import { startSuite } from './suites/start-suite.ts';
import { suiteEnvironment } from './suites/suite-environment.ts';
import { suiteTable, type SuiteEntry, type SuiteName } from './suites/suite-table.ts';

export interface GateOrder {
  readonly target: string;
  readonly config: Config;
  readonly configFile: string | undefined;
  /** Suites to run; all of them by default. */
  readonly only: readonly SuiteName[] | undefined;
  readonly seed: string | undefined;
  readonly strict: boolean;
  /** Hears one line per finished step. */
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal;
}

export interface GateRun {
  readonly result: Result;
  /** Where the result, the histories and the logs lie. */
  readonly folder: string;
}

/**
 * Runs the suites against the target and decides. A target that cannot be reached is a result too: verdict
 * `unknown`. An abort keeps what was finished.
 */
export async function runGate(order: GateOrder): Promise<GateRun> {
  const startedAt = new Date();
  const folder = makeRunFolder(startedAt);
  const seed = order.seed ?? randomBytes(4).toString('hex');
  const facts = { id: folder.id, folder: folder.path, startedAt, command: 'gate', seed };
  const target = await openTarget(order.target, order.config);
  try {
    const named = { ...facts, target: target.name, profile: target.profile.name };
    const gated = await gateTarget(order, target, named);
    linkLatest(folder.path);
    return { folder: folder.path, result: gated };
  } finally {
    await target[Symbol.asyncDispose]();
  }
}

async function gateTarget(order: GateOrder, target: Target, facts: RunFacts): Promise<Result> {
  const unreachable = await reachTarget(target);
  if (unreachable !== undefined) {
    return { ...(await buildResult(facts, [], [])), gate: unreachableGate(unreachable) };
  }
  const suites = suiteTable.filter(({ name }) => order.only?.includes(name) ?? true);
  const endings = await runSuites(suites, order, target, facts.folder, facts.seed);
  const result = await buildResult(facts, readFragments(facts.folder), endings);
  const question = { suites: suites.map(({ name }) => name), strict: order.strict };
  return { ...result, gate: decideGate(result, question) };
}

/** The first two suites share the machine; measurements and the browser get it for themselves. */
async function runSuites(
  suites: readonly SuiteEntry[],
  order: GateOrder,
  target: Target,
  runFolder: string,
  seed: string,
): Promise<Result['suites']> {
  const environment = {
    [suiteEnvironment.target]: target.name,
    [suiteEnvironment.url]: target.url,
    [suiteEnvironment.folder]: runFolder,
    [suiteEnvironment.shownFolder]: relative(process.cwd(), runFolder),
    [suiteEnvironment.seed]: seed,
    ...(order.configFile === undefined ? {} : { [suiteEnvironment.config]: order.configFile }),
  };
  const endings: Result['suites'] = [];
  const run = async (suite: SuiteEntry): Promise<void> => {
    const { signal } = order;
    if (signal?.aborted === true) return;
    const abort = signal === undefined ? {} : { signal };
    const ending = await startSuite({ suite, runFolder, environment, ...abort });
    endings.push(ending);
    order.say(`${suite.name}: ${ending.ending} after ${(ending.duration_ms / 1000).toFixed(1)} s`);
  };
  await Promise.all(suites.filter(shares).map(run));
  for (const suite of suites.filter((one) => !shares(one))) await run(suite);
  return endings;
}

function shares(suite: SuiteEntry): boolean {
  return suite.name === 'mission-critical' || suite.name === 'ssot-compliance';
}

function unreachableGate(error: HarnessError): NonNullable<Result['gate']> {
  return concludeGate([
    {
      id: 'target-reachable',
      title: 'the target answers',
      required: true,
      verdict: 'unknown',
      reason: error.message,
      rests_on: [],
      next: error.hint,
    },
  ]);
}
