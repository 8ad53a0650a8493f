import type { CheckResult } from '../../contract/check-result.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import type { Measurement } from '../../contract/measurement.ts';
import type { Result } from '../../contract/result.ts';
import { standingOf, standings } from '../summary/standing.ts';

/** How the results of one check from several histories become one; owned by whoever collects evidence. */
export type MergeChecks = (checks: readonly CheckResult[]) => CheckResult[];

/**
 * Joins the parts of one run that was split over machines. The gate's decision is left out: it must be made again
 * over the whole. Throws `RESULTS_DIFFER` when the parts are not of one run, `RESULT_UNREADABLE` when there is none.
 */
export function mergeResults(parts: readonly Result[], mergeChecks: MergeChecks): Result {
  const ordered = parts.toSorted((left, right) => (left.run_id < right.run_id ? -1 : 1));
  const [first, ...others] = ordered;
  if (first === undefined) throw new HarnessError('RESULT_UNREADABLE', 'there is no part to merge');
  for (const other of others) requireSameRun(first, other);
  requireDifferentParts(ordered);
  const { gate: _, ...rest } = first;
  return {
    ...rest,
    ...wholeParts(ordered),
    run_id: ordered.map(({ run_id: runId }) => runId).join('+'),
    command: unsharded(first.command),
    ...span(ordered),
    checks: mergeChecks(ordered.flatMap(({ checks }) => checks)),
    measurements: worstMeasurements(ordered),
    tests: ordered.flatMap(({ tests }) => tests),
    suites: ordered.flatMap(({ suites }) => suites),
    timelines: ordered.flatMap(({ timelines }) => timelines),
    ...(ordered.some(({ journeys }) => journeys !== undefined)
      ? { journeys: ordered.flatMap(({ journeys }) => journeys ?? []) }
      : {}),
  };
}

/** What one part carried out whole; the others do not have it. */
const wholes = [
  'audit',
  'ratchet',
  'kill_matrix',
  'check_ids',
  'discovery',
  'drill',
  'comparison',
  'event_loss',
  'paired_speed',
  'existing',
  'documents',
] as const satisfies readonly (keyof Result)[];

function wholeParts(parts: readonly Result[]): Partial<Result> {
  const found = wholes.flatMap((name) => {
    const value = parts.find((part) => part[name] !== undefined)?.[name];
    return value === undefined ? [] : [[name, value]];
  });
  const unmet = parts.flatMap(({ unmet_needs: some }) => some ?? []);
  const doubts = [...new Set(parts.flatMap((part) => part.doubts ?? []))];
  return {
    ...(Object.fromEntries(found) as Partial<Result>),
    ...(unmet.length === 0 ? {} : { unmet_needs: unmet }),
    ...(doubts.length === 0 ? {} : { doubts }),
  };
}

function unsharded(command: string): string {
  return command.replace(/ --shard[ =]\S+/, '');
}

function identityOf(part: Result): Record<string, string> {
  return {
    version: part.tool.version,
    command: unsharded(part.command),
    target: part.target,
    profile: part.profile,
    seed: part.seed,
  };
}

function requireSameRun(first: Result, other: Result): void {
  const expected = identityOf(first);
  for (const [name, value] of Object.entries(identityOf(other))) {
    if (expected[name] === value) continue;
    throw new HarnessError(
      'RESULTS_DIFFER',
      `${first.run_id} and ${other.run_id} are not parts of one run: ${name} ${expected[name] ?? ''} and ${value}`,
    );
  }
}

/** A part that is counted twice would hide that another one is missing. */
function requireDifferentParts(parts: readonly Result[]): void {
  const ids = parts.map(({ run_id: id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice === undefined) return;
  throw new HarnessError('RESULTS_DIFFER', `${twice} is given twice, and a part counts once`);
}

/** From the first start to the last end. */
function span(parts: readonly Result[]): Pick<Result, 'started_at' | 'duration_ms'> {
  const starts = parts.map((part) => Date.parse(part.started_at));
  const ends = parts.map((part) => Date.parse(part.started_at) + part.duration_ms);
  const start = Math.min(...starts);
  return { started_at: new Date(start).toISOString(), duration_ms: Math.max(...ends) - start };
}

/** Samples are gone by now, so values cannot be joined: of several the worst stands, never a mean of them. */
function worstMeasurements(parts: readonly Result[]): Measurement[] {
  const groups = Map.groupBy(
    parts.flatMap(({ measurements }) => measurements),
    ({ id }) => id,
  );
  return [...groups.values()].flatMap((group) =>
    group.toSorted((left, right) => rank(left) - rank(right)).slice(0, 1),
  );
}

function rank(measurement: Measurement): number {
  return standings.indexOf(standingOf(measurement.verdict, true));
}
