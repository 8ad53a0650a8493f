import { join } from 'node:path';
import type { Config } from '../../contract/config.ts';
import type { ExistingSuite } from '../../contract/existing-suite.ts';
import { judgeSuite } from '../../gate/criteria/existing.ts';
import { runShell, type ShellEnding } from '../shell/run-shell.ts';
import { findReports } from './find-reports.ts';
import type { JunitCase } from './junit/read-junit.ts';
import { readReports } from './read-report.ts';
import { keepCounts, recallCounts } from './remember-counts.ts';
import { weighReports, type Weighed } from './weigh-reports.ts';

type Entry = Config['existing'][number];

export interface ExistingOrder {
  readonly config: Pick<Config, 'existing'>;
  /** The folder of the config: commands run there and paths start there. */
  readonly root: string;
  /** The run's folder; gets a log per suite. */
  readonly folder: string;
  /** Added to what the commands inherit. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** One run of a suite's command, and what its report says of it. */
interface Attempt extends ShellEnding {
  readonly weighed: Weighed | undefined;
  readonly doubts: readonly string[];
  readonly cases: readonly JunitCase[];
}

/** Runs the suites that the team had before, one after the other: nobody knows what they share. */
export async function runExisting(order: ExistingOrder): Promise<ExistingSuite[]> {
  const suites: ExistingSuite[] = [];
  const last = recallCounts(order.root);
  for (const [index, entry] of order.config.existing.entries()) {
    if (order.signal?.aborted === true) break;
    const name = `existing-${index + 1}`;
    suites.push(await runSuite(order, entry, { name, last: last[entry.name] }));
  }
  return suites;
}

async function runSuite(
  order: ExistingOrder,
  entry: Entry,
  { name, last }: { name: string; last: ExistingSuite['last'] },
): Promise<ExistingSuite> {
  const first = await attempt(order, entry, { command: entry.command, log: `${name}.log` });
  const suite: ExistingSuite = {
    name: entry.name,
    command: entry.command,
    ending: first.ending,
    duration_ms: first.durationMs,
    ...(first.ending === 'exit 0' ? {} : { output: first.output }),
    ...(first.weighed === undefined ? {} : { counts: first.weighed.counts }),
    doubts: [...first.doubts],
    failures: first.weighed?.failures ?? [],
    ...(last === undefined ? {} : { last }),
  };
  order.say(`existing ${entry.name}: ${first.ending} after ${inSeconds(first.durationMs)} s`);
  if (judgeSuite(suite).verdict !== 'pass') return suite;
  const proven = await prove(order, entry, { first, log: `${name}-proof.log` });
  const judged = proven === undefined ? suite : { ...suite, proof: proven };
  if (suite.counts !== undefined && judgeSuite(judged).verdict === 'pass') {
    keepCounts(order.root, entry.name, suite.counts);
  }
  return judged;
}

/** Runs the suite with a defect planted: what cannot turn red for it proves nothing. */
async function prove(
  order: ExistingOrder,
  { proveWith, ...entry }: Entry,
  { first, log }: { first: Attempt; log: string },
): Promise<ExistingSuite['proof']> {
  if (proveWith === undefined || order.signal?.aborted === true) return undefined;
  const second = await attempt(order, entry, { command: proveWith, log });
  order.say(`existing ${entry.name}, with a defect: ${second.ending}`);
  return {
    command: proveWith,
    ending: second.ending,
    identical: second.doubts.length === 0 && outcome(first) === outcome(second),
    ...(second.weighed === undefined || second.doubts.length > 0
      ? {}
      : { counts: second.weighed.counts }),
  };
}

function outcome({ cases }: Attempt): string {
  return cases
    .map(({ name, state }) => `${state} ${name}`)
    .toSorted()
    .join('\n');
}

async function attempt(
  order: ExistingOrder,
  { junit, within }: Entry,
  { command, log }: { command: string; log: string },
): Promise<Attempt> {
  const { root, environment = {}, signal } = order;
  const before = findReports(root, junit);
  const startedAt = Date.now();
  const ending = await runShell({
    command,
    cwd: root,
    log: join(order.folder, log),
    withinMs: within,
    environment,
    signal,
  });
  const after = findReports(root, junit);
  if (after.size === 0) {
    const doubts = [`there is no report at ${junit} (${ending.ending})`];
    return { ...ending, weighed: undefined, doubts, cases: [] };
  }
  const { reports, doubts } = readReports({ root, before, after, startedAt });
  if (reports.length === 0) return { ...ending, weighed: undefined, doubts, cases: [] };
  const weighed = weighReports(reports, ending.durationMs / 1000);
  const cases = reports.flatMap((report) => report.cases);
  return { ...ending, weighed, doubts: [...doubts, ...weighed.doubts], cases };
}

function inSeconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
