import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigSchema } from '../../harness/contract/config.ts';
import type { Fragment } from '../../harness/contract/fragment.ts';
import { HarnessError } from '../../harness/contract/harness-error.ts';
import type { History } from '../../harness/contract/history.ts';
import type { Measurement } from '../../harness/contract/measurement.ts';
import type { Result } from '../../harness/contract/result.ts';
import { judgeHistory } from '../../harness/checks/judge/judge-history.ts';
import { judgeGate } from '../../harness/gate/judge-gate.ts';
import { measureRuns } from '../../harness/perf/latency/measure-runs.ts';
import { readProcessUsage } from '../../harness/perf/platforms/process-usage.ts';
import { counting } from '../../harness/probe/journeys/counting.ts';
import { failingTool } from '../../harness/probe/journeys/failing-tool.ts';
import { goldenPath } from '../../harness/probe/journeys/golden-path.ts';
import { trespass } from '../../harness/probe/journeys/trespass.ts';
import { truth } from '../../harness/probe/journeys/truth.ts';
import type { Journey } from '../../harness/probe/journeys/journey.ts';
import { walk } from '../../harness/probe/walk.ts';
import { buildResult } from '../../harness/run/evidence/build-result.ts';
import { withReplay } from '../../harness/run/judge-stored.ts';
import { loadConfig } from '../../harness/run/load-config.ts';
import { readSource } from '../../harness/run/needs/read-source.ts';
import { reachTarget } from '../../harness/run/reach-target.ts';
import { unreachableGate } from '../../harness/run/unreachable-gate.ts';
import type { Target } from '../../harness/targets/target.ts';
import { openRoad } from './open-road.ts';
import type { Night } from './plan-nights.ts';

export interface NightOrder {
  readonly night: Night;
  /** The platform in the state of the night's phase. */
  readonly platform: Target;
  /** Its source. */
  readonly tree: string;
  /** Gets the histories. */
  readonly folder: string;
}

const journeys: readonly Journey[] = [goldenPath, truth, failingTool, counting, trespass];

/** What a short night can answer; the rest of the plan needs minutes. */
const criteria = [
  'consumer-map',
  'surface-file',
  'one-factory',
  'isolation',
  'five-events',
  'one-implementation',
  'canonical-members',
  'no-competitors',
  'no-bypass',
  'no-shims',
];

const suite = 'mission-critical';

/** One short gate, really carried out: journeys over the road of that night, and the audit of the source. */
export async function runNight({ night, platform, tree, folder }: NightOrder): Promise<Result> {
  const road = await openRoad(platform.url, night);
  const target: Target = { ...platform, name: 'staging', url: road.url };
  mkdirSync(join(folder, 'histories'), { recursive: true });
  const begun = performance.now();
  const id = `night-${night.date.slice(0, 10)}`;
  try {
    const gone = await reachTarget(target);
    const fragments: Fragment[] = [];
    const histories: History[] = [];
    for (const [index, journey] of gone === undefined ? journeys.entries() : []) {
      fragments.push(await take({ target, journey, index, folder, seed: id, histories }));
    }
    const ending = fragments.every(({ state }) => state === 'passed') ? 'exit 0' : 'exit 1';
    const ran = {
      name: suite,
      ending,
      duration_ms: Math.round(performance.now() - begun),
      log: '',
    };
    const facts = {
      id,
      folder,
      startedAt: new Date(),
      command: 'golden-path gate --phase 4 --target staging',
      target: target.name,
      profile: target.profile.name,
      seed: id,
    };
    const built = await buildResult(facts, fragments, gone === undefined ? [ran] : []);
    const { audit: manifest } = await loadConfig(join(tree, 'golden-path.config.json'));
    const { gate: settings } = ConfigSchema.parse({});
    const question = {
      suites: [suite],
      strict: false,
      settings,
      phase: 4 as const,
      only: criteria,
    };
    const result: Result = {
      ...built,
      ...readSource({ root: tree, manifest, phase: 4 }),
      measurements: [...measureRuns(histories), ...memoryOf(platform)],
      started_at: night.date,
      duration_ms: Math.round(performance.now() - begun),
      question,
    };
    const gate = judgeGate(result, question);
    return { ...result, gate: gone === undefined ? gate : unreachableGate(gone, gate.criteria) };
  } finally {
    await road[Symbol.asyncDispose]();
  }
}

interface Take {
  readonly target: Target;
  readonly journey: Journey;
  readonly index: number;
  readonly folder: string;
  readonly seed: string;
  readonly histories: History[];
}

/** A journey that fails is walked once more, as a runner would; that it then passes makes it flaky, not green. */
async function take(order: Take): Promise<Fragment> {
  const first = await takeOnce(order, 1);
  if (first.state === 'passed') return first;
  const second = await takeOnce(order, 2);
  return second.state === 'passed' ? { ...second, evidence: first.evidence } : first;
}

async function takeOnce(order: Take, k: number): Promise<Fragment> {
  const { target, journey, index, folder, seed, histories } = order;
  const begun = performance.now();
  const stored = join('histories', `${journey.name}-${k}.ndjson`);
  const about = {
    suite,
    test: journey.title,
    file: `${journey.name}.ndjson`,
    attempts: { k, n: 2 },
  };
  const value = {
    segment: 'everyone who chats',
    goal: 'get an answer',
    impact: 'the product does nothing',
  };
  try {
    const history = await walk(target, journey, {
      firstUser: index * 8,
      seed: `${seed}-${journey.name}-${k}`,
      file: join(folder, stored),
    });
    histories.push(history);
    const checks = withReplay(judgeHistory(history), stored);
    const red = checks.filter(({ level, verdict }) => level === 'MUST' && verdict === 'fail');
    const evidence = { covers: [], value, checks, measurements: [], histories: [stored] };
    return {
      ...about,
      state: red.length === 0 ? 'passed' : 'failed',
      duration_ms: Math.round(performance.now() - begun),
      ...(red.length === 0 ? {} : { error: `${red.map(({ id }) => id).join(', ')} failed` }),
      evidence,
    };
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    const duration = Math.round(performance.now() - begun);
    return { ...about, state: 'failed', duration_ms: duration, error: error.message };
  }
}

function memoryOf({ pid }: Target): Measurement[] {
  const usage = pid === undefined ? undefined : readProcessUsage(pid);
  if (usage === undefined) return [];
  return [
    {
      id: 'memory.rss',
      title: 'resident memory of the platform after the journeys',
      unit: 'bytes',
      value: usage.rssBytes,
      n: 1,
      verdict: 'not-applicable',
      reason: 'no limit is set',
    },
  ];
}
