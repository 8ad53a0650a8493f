import { basename } from 'node:path';
import { judgeHistory } from '../checks/judge/judge-history.ts';
import type { CriterionResult } from '../contract/gate.ts';
import type { CheckResult } from '../contract/check-result.ts';
import { HarnessError } from '../contract/harness-error.ts';
import type { History } from '../contract/history.ts';
import { resultVersion, type Result } from '../contract/result.ts';
import { concludeGate } from '../gate/decide.ts';
import { judgeChecks } from '../gate/criteria/checks.ts';
import { buildTimeline } from './evidence/build-timeline.ts';
import { mergeChecks } from './evidence/merge-checks.ts';
import { readHistory } from './evidence/read-history.ts';

export interface JudgeOptions {
  readonly only?: readonly string[] | undefined;
  readonly strict?: boolean;
}

/** Judges stored histories again; the same files give the same result, byte for byte. */
export async function judgeStored(
  files: readonly string[],
  options: JudgeOptions = {},
): Promise<Result> {
  const histories = await Promise.all(
    files.map(async (file) => ({ file, history: await readHistory(file) })),
  );
  return judgeHistories(histories, options);
}

/** One result of several histories in memory. */
export function judgeHistories(
  histories: readonly { readonly file: string; readonly history: History }[],
  options: JudgeOptions = {},
): Result {
  const [first] = histories;
  if (first === undefined) throw new HarnessError('USAGE', 'no history was given');
  const { header } = first.history;
  const checks = pick(
    mergeChecks(histories.flatMap(({ file, history }) => withReplay(judgeHistory(history), file))),
    options.only,
  );
  const result: Result = {
    schema_version: resultVersion,
    run_id: basename(first.file),
    started_at: header.started_at,
    duration_ms: first.history.records.at(-1)?.at ?? 0,
    tool: { name: 'golden-path', version: header.tool_version },
    command: 'check',
    target: header.target,
    profile: header.profile,
    environment: header.environment,
    seed: header.seed,
    checks,
    measurements: [],
    tests: [],
    suites: [],
    timelines: histories.map(({ file, history }) => buildTimeline(history, file)),
  };
  const criteria = judgeChecks(result, options.strict === true);
  return {
    ...result,
    gate: concludeGate(options.only === undefined ? forgive(checks, criteria) : criteria),
  };
}

/** One history cannot meet everything; what it never met is shown and not required, unless it was asked for. */
function forgive(checks: readonly CheckResult[], criteria: CriterionResult[]): CriterionResult[] {
  const unmet = new Set(
    checks.filter(({ cause }) => cause === 'never-exercised').map(({ id }) => id),
  );
  return criteria.map((one) => (unmet.has(one.id) ? { ...one, required: false } : one));
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

function pick(checks: CheckResult[], only: readonly string[] | undefined): CheckResult[] {
  if (only === undefined) return checks;
  const missing = only.find((id) => checks.every((check) => check.id !== id));
  if (missing !== undefined) throw new HarnessError('USAGE', `there is no check "${missing}"`);
  return checks.filter((check) => only.includes(check.id));
}
