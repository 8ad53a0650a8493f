import type { CheckResult } from '../contract/check-result.ts';
import { randomBytes } from 'node:crypto';
import { dirname, join, relative } from 'node:path';
import type { GateQuestion } from '../contract/gate-settings.ts';
import { HarnessError } from '../contract/harness-error.ts';
import type { Result } from '../contract/result.ts';
import { judgeGate } from '../gate/judge-gate.ts';
import { openTarget } from '../targets/open-target.ts';
import type { Target } from '../targets/target.ts';
import { doubtOwnProfile } from './doubt-own-profile.ts';
import { askGate, needsOfQuestion } from './ask-gate.ts';
import { buildResult, type RunFacts } from './evidence/build-result.ts';
import { CollectedEvidence } from './evidence/collected-evidence.ts';
import { followFragments } from './evidence/follow-fragments.ts';
import { mergeChecks } from './evidence/merge-checks.ts';
import type { GateOrder } from './gate-order.ts';
import { findConfig, loadConfig } from './load-config.ts';
import { carryNeed } from './needs/carry-need.ts';
import { carryOut, type Settled } from './needs/carry-out.ts';
import { Stage } from './needs/stage.ts';
import { reachTarget } from './reach-target.ts';
import { linkLatest, makeRunFolder } from './run-folder.ts';
import { startSuite } from './suites/start-suite.ts';
import { suiteEnvironment } from './suites/suite-environment.ts';
import type { SuiteEntry } from './suites/suite-table.ts';
import { unreachableGate } from './unreachable-gate.ts';

export interface GateRun {
  readonly result: Result;
  /** Where the result, the histories and the logs lie. */
  readonly folder: string;
}

/** One gate under way. */
interface Course {
  readonly order: GateOrder;
  readonly question: GateQuestion;
  readonly target: Target;
  readonly facts: RunFacts;
  /** Folder of the configuration, or the working directory. */
  readonly root: string;
}

/**
 * Carries out what the question needs, and decides. A target that cannot be reached is a result too: verdict
 * `unknown`. An abort keeps what was finished. Throws wrong configuration before anything is started.
 */
export async function runGate(order: GateOrder): Promise<GateRun> {
  const startedAt = new Date();
  askGate(order, rootOf(findConfig(order.configFile)));
  const folder = makeRunFolder(startedAt);
  const seed = order.seed ?? randomBytes(4).toString('hex');
  const command = commandLine(order);
  const target = await openTarget(order.target, order.config).catch(keepMissing);
  if (target instanceof HarnessError) {
    const named = { target: order.target, profile: order.config.targets[order.target]?.profile };
    const facts = { id: folder.id, folder: folder.path, startedAt, command, seed, ...named };
    return { folder: folder.path, result: await missingResult(facts, order, target) };
  }
  try {
    const named = { target: target.name, profile: target.profile.name };
    const facts = { id: folder.id, folder: folder.path, startedAt, command, seed, ...named };
    const own = await withOwnConfig(order, target);
    const root = rootOf(own.configFile);
    const question = askGate(own, root);
    const result = await gateTarget({ order: own, question, target, facts, root });
    linkLatest(folder.path);
    return { folder: folder.path, result };
  } finally {
    await target[Symbol.asyncDispose]();
  }
}

/** A target whose address nobody has given is one that cannot be reached; every other error is the user's to know. */
function keepMissing(error: unknown): HarnessError {
  if (error instanceof HarnessError && error.code === 'TARGET_URL_MISSING') return error;
  throw error;
}

async function missingResult(
  { profile = 'unknown', ...facts }: Omit<RunFacts, 'profile'> & { profile: string | undefined },
  order: GateOrder,
  missing: HarnessError,
): Promise<Result> {
  order.say(missing.message);
  const question = askGate(order, rootOf(findConfig(order.configFile)));
  const seen = await buildResult({ ...facts, profile }, [], []);
  return { ...seen, question, gate: unreachableGate(missing) };
}

/**
 * A target that brings its source is judged by its own configuration, unless another one was named. Suites work in
 * another folder: they get the path of the file, not a name that is right only here.
 */
async function withOwnConfig(order: GateOrder, { tree }: Target): Promise<GateOrder> {
  if (order.configFile !== undefined || tree === undefined) {
    return { ...order, configFile: findConfig(order.configFile) };
  }
  const configFile = join(tree, 'golden-path.config.json');
  const config = await loadConfig(configFile);
  return { ...order, configFile, config };
}

function rootOf(configFile: string | undefined): string {
  return configFile === undefined ? process.cwd() : dirname(configFile);
}

async function gateTarget(course: Course): Promise<Result> {
  const { order, question, target, facts } = course;
  const evidence = new CollectedEvidence(facts);
  const unreachable = await reachTarget(target);
  if (unreachable !== undefined) {
    return { ...(await evidence.result()), question, gate: unreachableGate(unreachable) };
  }
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, ...(order.signal ? [order.signal] : [])]);
  const stage = new Stage(target, order.config);
  const unfollow = tellWhileRunning(evidence, course);
  const settled = async (one: Settled): Promise<void> => {
    evidence.add(one);
    const red = await tell(one, evidence, course);
    if (order.bail === true && red) {
      order.say('stopped: a required criterion failed (--bail)');
      stop.abort();
    }
  };
  await carryOut(needsOfQuestion(question, order.config.existing.length > 0), {
    carry: (need) => carryNeed(need, { ...course, stage, signal }),
    runSuite: (suite) => runSuite(suite, { ...course, signal }),
    signal,
    settled,
  })
    .finally(unfollow)
    .finally(() => stage[Symbol.asyncDispose]());
  const result = { ...(await evidence.result()), question };
  for (const doubt of await doubtOwnProfile(facts.folder, target.profile)) {
    order.say(`profile: ${doubt}`);
  }
  return { ...result, gate: judgeGate(result, question) };
}

/** Throws `TARGET_URL_MISSING` where the suite cannot be had: its criterion is unknown then. */
async function runSuite(
  suite: SuiteEntry,
  { signal, ...course }: Course & { readonly signal: AbortSignal },
): Promise<Result['suites'][number]> {
  const { order, question, facts } = course;
  const { allowance } = order;
  const environment = { ...environmentOf(course), ...(await stagingOf(suite, order)) };
  return startSuite({
    suite,
    runFolder: facts.folder,
    environment:
      allowance === undefined
        ? environment
        : { ...environment, [suiteEnvironment.allowance]: JSON.stringify(allowance) },
    rationed: allowance !== undefined,
    signal,
    ...(question.shard === undefined ? {} : { shard: question.shard }),
  });
}

/** Where the configuration names a target for the staging suite, that one is meant and no other. */
async function stagingOf(
  suite: SuiteEntry,
  { config }: GateOrder,
): Promise<Record<string, string>> {
  if (suite.name !== 'staging' || config.staging === undefined) return {};
  const target = await openTarget(config.staging.target, config);
  const { name, url } = target;
  await target[Symbol.asyncDispose]();
  return { [suiteEnvironment.target]: name, [suiteEnvironment.url]: url };
}

/** Where every check has its line, it has it as soon as a test has met it, and once more when a later one breaks it. */
function tellWhileRunning(
  evidence: CollectedEvidence,
  { order, question, facts }: Course,
): () => void {
  const { decided } = order;
  if (decided === undefined || question.phase !== undefined) return () => {};
  let seen: CheckResult[] = [];
  return followFragments(facts.folder, ({ evidence: { checks } = { checks: [] } }) => {
    const ids = new Set(checks.map(({ id }) => id));
    seen = mergeChecks([...seen, ...checks]);
    tellNews(
      seen.filter(({ id }) => ids.has(id)),
      evidence,
      decided,
    );
  });
}

function tellNews(
  checks: readonly CheckResult[],
  evidence: CollectedEvidence,
  decided: NonNullable<GateOrder['decided']>,
): void {
  const news = checks.filter(
    ({ id, verdict }) => isDecidedBy(verdict) && evidence.isNews(`check ${id} ${verdict}`),
  );
  if (news.length > 0) decided(news);
}

/** Says how long a need took and which criteria it decided; true when a required one is red. */
async function tell(
  { need, duration_ms: ms, ending, why }: Settled,
  evidence: CollectedEvidence,
  { order, question }: Course,
): Promise<boolean> {
  const how = why ?? ending?.ending ?? 'done';
  order.say(`${need}: ${how} after ${(ms / 1000).toFixed(1)} s`);
  const plain = question.phase === undefined;
  if (plain && order.bail !== true && order.decided === undefined) return false;
  const result = await evidence.result();
  if (plain && order.decided !== undefined) tellNews(result.checks, evidence, order.decided);
  const { criteria } = judgeGate(result, question);
  const decided = criteria.filter((one) => one.required && isDecidedBy(one.verdict));
  for (const one of decided) {
    if (!plain && evidence.isNews(one.id)) {
      order.say(`  ${one.verdict.toUpperCase().padEnd(8)}${one.id}: ${one.reason}`);
    }
  }
  return decided.some(({ verdict }) => verdict === 'fail');
}

function isDecidedBy(verdict: string): boolean {
  return verdict === 'pass' || verdict === 'fail';
}

function environmentOf({ order, target, facts }: Course): Record<string, string> {
  return {
    [suiteEnvironment.target]: target.name,
    [suiteEnvironment.url]: target.url,
    [suiteEnvironment.folder]: facts.folder,
    [suiteEnvironment.shownFolder]: relative(process.cwd(), facts.folder),
    [suiteEnvironment.seed]: facts.seed,
    ...(order.configFile === undefined ? {} : { [suiteEnvironment.config]: order.configFile }),
  };
}

/** As a person would type it again; without what only changes how it is carried out. */
function commandLine({ phase, only, shard, suites, target }: GateOrder): string {
  const words = [
    ...(phase === undefined ? [] : [`--phase ${phase}`]),
    ...(target === 'reference' ? [] : [`--target ${target}`]),
    ...(suites ?? []).map((name) => `--suite ${name}`),
    ...(only ?? []).map((id) => `--only ${id}`),
    ...(shard === undefined ? [] : [`--shard ${shard.index}/${shard.count}`]),
  ];
  return ['golden-path gate', ...words].join(' ');
}
