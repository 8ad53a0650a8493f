import { join } from 'node:path';
import type { Fragment } from '../../contract/fragment.ts';
import type { JourneyFacts } from '../../contract/journey-facts.ts';
import type { Result } from '../../contract/result.ts';
import type { Timeline } from '../../contract/timeline.ts';
import { resultVersion } from '../../contract/result.ts';
import { toolVersion } from '../../contract/tool-version.ts';
import { readEnvironment } from '../../probe/read-environment.ts';
import { buildTimeline, type TimelineRoom } from './build-timeline.ts';
import { mergeChecks } from './merge-checks.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import { readHistory } from './read-history.ts';
import { readJourney } from './read-journey.ts';
import { roomAfter } from './timeline-room.ts';

export interface RunFacts {
  readonly id: string;
  readonly folder: string;
  readonly startedAt: Date;
  readonly command: string;
  readonly target: string;
  readonly profile: string;
  readonly seed: string;
}

/** What a result takes of one stored history; a history of a finished test never changes. */
export interface ReadHistory {
  readonly timeline?: Timeline;
  readonly journey?: JourneyFacts;
  /** Why it is no whole evidence. */
  readonly doubt?: string;
}

/** Makes the one serialisable result of everything the suites handed over. */
export async function buildResult(
  facts: RunFacts,
  fragments: readonly Fragment[],
  suites: Result['suites'],
  known: Map<string, ReadHistory> = new Map(),
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
      known,
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
  known: Map<string, ReadHistory>,
): Promise<Pick<Result, 'timelines' | 'journeys' | 'doubts'>> {
  const read: ReadHistory[] = [];
  const roomFor = (): TimelineRoom =>
    roomAfter([...known.values()].flatMap(({ timeline }) => timeline ?? []));
  for (const file of [...new Set(files)].toSorted()) {
    const one = known.get(file) ?? (await readOne(join(folder, file), file, checks, roomFor()));
    known.set(file, one);
    read.push(one);
  }
  const doubts = read.flatMap(({ doubt }) => doubt ?? []);
  return {
    timelines: read.flatMap(({ timeline }) => timeline ?? []),
    journeys: read.flatMap(({ journey }) => journey ?? []),
    ...(doubts.length === 0 ? {} : { doubts }),
  };
}

/** Verdicts rest on histories: one that is not all there any more cannot be judged again. */
async function readOne(
  path: string,
  file: string,
  checks: Result['checks'],
  room: TimelineRoom,
): Promise<ReadHistory> {
  try {
    const history = await readHistory(path);
    const timeline = buildTimeline(history, file, checks, room);
    const read = { timeline, journey: readJourney(history, file) };
    if (history.records.at(-1)?.type === 'end') return read;
    return { ...read, doubt: `the history ${file} is cut off: it has no end` };
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    return { doubt: `the history ${file} cannot be read: ${error.message}` };
  }
}
