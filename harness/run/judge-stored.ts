import { basename } from 'node:path';
import { checkTable } from '../checks/check-table.ts';
import { judgeEach } from '../checks/judge/judge-each.ts';
import type { EachRecord } from '../checks/witness/gather-parts.ts';
import type { CheckDeclaration } from '../contract/check.ts';
import type { CriterionResult } from '../contract/gate.ts';
import type { CheckResult } from '../contract/check-result.ts';
import { HarnessError } from '../contract/harness-error.ts';
import type { History, HistoryHeader } from '../contract/history.ts';
import type { Timeline } from '../contract/timeline.ts';
import { resultVersion, type Result } from '../contract/result.ts';
import { concludeGate } from '../gate/decide.ts';
import { judgeChecks } from '../gate/criteria/checks.ts';
import { TimelineBuilder, witnessRecords } from './evidence/build-timeline.ts';
import { mergeChecks } from './evidence/merge-checks.ts';
import { locateInFile } from './evidence/locate-in-file.ts';
import { locateInMemory } from './evidence/locate-in-memory.ts';
import { readHeader, readRecords } from './evidence/read-records.ts';
import { showOffsets, type Locate } from './evidence/show-offsets.ts';
import { roomAfter } from './evidence/timeline-room.ts';

export interface JudgeOptions {
  readonly only?: readonly string[] | undefined;
  readonly strict?: boolean;
}

/** One history, judged. */
interface Judged {
  readonly header: HistoryHeader;
  readonly file: string;
  readonly checks: readonly CheckResult[];
  readonly timeline: Timeline;
  /** Monotonic time of the last record, in ms. */
  readonly lastedMs: number;
}

/**
 * Judges stored histories again, in constant memory; the same files give the same result, byte for byte. Throws
 * `HISTORY_UNREADABLE` or `HISTORY_FORMAT`.
 */
export function judgeStored(files: readonly string[], options: JudgeOptions = {}): Result {
  const judged: Judged[] = [];
  for (const file of files) {
    const stored = { file, header: readHeader(file), locate: locateInFile(file) };
    judged.push(judgeOne(stored, options.only, judged, (take) => readRecords(file, take)));
  }
  return conclude(judged, options);
}

/** One result of several histories in memory. */
export function judgeHistories(
  histories: readonly { readonly file: string; readonly history: History }[],
  options: JudgeOptions = {},
): Result {
  const judged: Judged[] = [];
  for (const { file, history } of histories) {
    const stored = { file, header: history.header, locate: locateInMemory(history) };
    judged.push(
      judgeOne(stored, options.only, judged, (take) => {
        for (const record of history.records) take(record);
      }),
    );
  }
  return conclude(judged, options);
}

function judgeOne(
  { file, header, locate }: { file: string; header: HistoryHeader; locate: Locate },
  only: readonly string[] | undefined,
  before: readonly Judged[],
  each: EachRecord,
): Judged {
  const timeline = new TimelineBuilder(roomAfter(before.map((one) => one.timeline)));
  let lastedMs = 0;
  let again = false;
  const eachOnce: EachRecord = (take) => {
    const first = !again;
    again = true;
    each((record) => {
      take(record);
      if (!first) return;
      timeline.add(record);
      lastedMs = record.at;
    });
  };
  const checks = judgeEach(header.promises, eachOnce, { checks: pick(only) });
  timeline.showWitnesses(witnessRecords(checks), each);
  return {
    header,
    file,
    checks: withReplay(showOffsets(checks, locate), file),
    timeline: timeline.build(header.journey, file),
    lastedMs,
  };
}

function conclude(judged: readonly Judged[], { only, strict }: JudgeOptions): Result {
  const [first] = judged;
  if (first === undefined) throw new HarnessError('USAGE', 'no history was given');
  const { header } = first;
  const checks = mergeChecks(judged.flatMap((one) => one.checks));
  const result: Result = {
    schema_version: resultVersion,
    run_id: basename(first.file),
    started_at: header.started_at,
    duration_ms: first.lastedMs,
    tool: { name: 'golden-path', version: header.tool_version },
    command: ['golden-path check', ...judged.map(({ file }) => file)].join(' '),
    target: header.target,
    profile: header.profile,
    environment: header.environment,
    seed: header.seed,
    checks,
    measurements: [],
    tests: [],
    suites: [],
    timelines: judged.map(({ timeline }) => timeline),
  };
  const criteria = judgeChecks(result, strict === true);
  return {
    ...result,
    gate: concludeGate(only === undefined ? forgive(checks, criteria) : criteria),
  };
}

/**
 * One history cannot meet everything; what it never met is shown and not required, unless it was asked for. A history
 * that shows nothing but the harness is forgiven nothing: its own health says nothing of a target.
 */
function forgive(checks: readonly CheckResult[], criteria: CriterionResult[]): CriterionResult[] {
  if (!checks.some(meetsTarget)) return criteria;
  const unmet = new Set(
    checks.filter(({ cause }) => cause === 'never-exercised').map(({ id }) => id),
  );
  return criteria.map((one) => (unmet.has(one.id) ? { ...one, required: false } : one));
}

function meetsTarget({ id, exercised }: CheckResult): boolean {
  return exercised > 0 && !id.startsWith('META-');
}

/** Gives every witness the command that shows its failure again. */
export function withReplay(results: readonly CheckResult[], file: string): CheckResult[] {
  return results.map((result) => ({
    ...result,
    witnesses: result.witnesses.map((witness) => ({
      ...witness,
      replay: `npx golden-path check ${file} --only ${result.id}`,
    })),
  }));
}

function pick(only: readonly string[] | undefined): readonly CheckDeclaration[] {
  if (only === undefined) return checkTable;
  const missing = only.find((id) => checkTable.every((check) => check.id !== id));
  if (missing !== undefined) throw new HarnessError('USAGE', `there is no check "${missing}"`);
  return checkTable.filter((check) => only.includes(check.id));
}
