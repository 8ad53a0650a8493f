import { join } from 'node:path';
import type { Fragment } from '../../contract/fragment.ts';
import type { Result } from '../../contract/result.ts';
import { resultVersion } from '../../contract/result.ts';
import { toolVersion } from '../../contract/tool-version.ts';
import { readEnvironment } from '../../probe/read-environment.ts';
import { buildTimeline } from './build-timeline.ts';
import { mergeChecks } from './merge-checks.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import type { History } from '../../contract/history.ts';
import { readHistory } from './read-history.ts';
import { readJourney } from './read-journey.ts';

export interface RunFacts {
  readonly id: string;
  readonly folder: string;
  readonly startedAt: Date;
  readonly command: string;
  readonly target: string;
  readonly profile: string;
  readonly seed: string;
}

/** Makes the one serialisable result of everything the suites handed over. */
export async function buildResult(
  facts: RunFacts,
  fragments: readonly Fragment[],
  suites: Result['suites'],
): Promise<Result> {
  const evidence = fragments.flatMap((fragment) =>
    fragment.evidence === undefined ? [] : [fragment.evidence],
  );
  const audit = evidence.find((one) => one.audit !== undefined)?.audit;
  return {
    schema_version: resultVersion,
    run_id: facts.id,
    started_at: facts.startedAt.toISOString(),
    duration_ms: Date.now() - facts.startedAt.getTime(),
    tool: { name: 'golden-path', version: toolVersion },
    command: facts.command,
    target: facts.target,
    profile: facts.profile,
    environment: readEnvironment(),
    seed: facts.seed,
    checks: mergeChecks(evidence.flatMap(({ checks }) => checks)),
    measurements: evidence.flatMap(({ measurements }) => measurements),
    tests: fragments.map(withoutDetails),
    suites: suites.toSorted((left, right) => left.name.localeCompare(right.name)),
    ...(await readHistories(
      facts.folder,
      evidence.flatMap(({ histories }) => histories),
      evidence.flatMap(({ checks }) => checks),
    )),
    ...(audit === undefined ? {} : { audit }),
  };
}

/** Witnesses and audit facts stand once in the result, not again in every test. */
function withoutDetails(fragment: Fragment): Fragment {
  if (fragment.evidence === undefined) return fragment;
  const { audit: _, ...evidence } = fragment.evidence;
  const checks = evidence.checks.map((check) => ({ ...check, witnesses: [] }));
  return { ...fragment, evidence: { ...evidence, checks } };
}

async function readHistories(
  folder: string,
  files: readonly string[],
  checks: Result['checks'],
): Promise<Pick<Result, 'timelines' | 'journeys' | 'doubts'>> {
  const read = await Promise.all(
    [...new Set(files)].toSorted().map(async (file) => ({
      file,
      history: await readHistory(join(folder, file)).catch(describeUnreadable),
    })),
  );
  const whole = read.flatMap(({ file, history }) =>
    typeof history === 'string' ? [] : [{ file, history }],
  );
  const doubts = read.flatMap(({ file, history }) => findCut(file, history));
  return {
    timelines: whole.map(({ file, history }) => buildTimeline(history, file, checks)),
    journeys: whole.map(({ file, history }) => readJourney(history, file)),
    ...(doubts.length === 0 ? {} : { doubts }),
  };
}

function describeUnreadable(error: unknown): string {
  if (error instanceof HarnessError) return error.message;
  throw error;
}

/** Verdicts rest on histories: one that is not all there any more cannot be judged again. */
function findCut(file: string, history: History | string): string[] {
  if (typeof history === 'string') return [`the history ${file} cannot be read: ${history}`];
  if (history.records.at(-1)?.type === 'end') return [];
  return [`the history ${file} is cut off: it has no end`];
}
