import type { CheckOutcome } from '../../contract/check.ts';
import type { CheckResult } from '../../contract/check-result.ts';
import type { Evidence, Witness } from '../../contract/witness.ts';
import type { Seat } from './seat.ts';

/** Witnesses shown per check; the rest is a number. */
const shownWitnesses = 3;

type Score = Pick<CheckResult, 'verdict' | 'reason' | 'cause'>;

/** Turns what a check found into its result. No evidence is never a pass, and neither is a check nobody saw fail. */
export function scoreCheck(
  seat: Seat,
  dress: (checkId: string, evidence: Evidence) => Witness,
): CheckResult {
  const { check } = seat;
  const outcome = finish(seat);
  const shown = outcome.evidence.slice(0, shownWitnesses);
  return {
    id: check.id,
    title: check.title,
    level: check.level,
    requirement: check.requirement,
    exercised: outcome.exercised,
    ...score(seat, outcome),
    proven_by: [...check.provenBy],
    left_green_by: [...check.leftGreenBy],
    witnesses: shown.map((evidence) => dress(check.id, evidence)),
    ...(outcome.counts === undefined ? {} : { counts: { ...outcome.counts } }),
    ...(outcome.measured === undefined ? {} : { measured: outcome.measured }),
    further_failures: outcome.evidence.length - shown.length + (outcome.further ?? 0),
    value: check.value,
  };
}

const nothing: CheckOutcome = { verdict: 'unknown', exercised: 0, evidence: [] };

function finish(seat: Seat): CheckOutcome {
  let outcome = nothing;
  seat.guard(() => {
    outcome = seat.fold?.end() ?? nothing;
  });
  return outcome;
}

function score(seat: Seat, outcome: CheckOutcome): Score {
  const { leftOut, crashed, check } = seat;
  if (leftOut !== undefined) return { verdict: 'not-applicable', reason: leftOut };
  if (crashed !== undefined) {
    const error = crashed.error instanceof Error ? crashed.error.message : String(crashed.error);
    const reason = `harness-error: the check crashed (${error})`;
    return { verdict: 'unknown', reason, cause: 'harness-error' };
  }
  if (outcome.verdict === 'pass' && outcome.exercised === 0) {
    const reason = 'never exercised: the history holds nothing it judges';
    return { verdict: 'unknown', reason, cause: 'never-exercised' };
  }
  if (outcome.verdict === 'pass' && check.provenBy.length === 0) {
    const reason = 'no fault has ever been shown to turn this check red';
    return { verdict: 'unknown', reason, cause: 'unproven' };
  }
  return {
    verdict: outcome.verdict,
    ...(outcome.verdict === 'unknown' ? { cause: 'undecided' } : {}),
    ...(outcome.reason === undefined ? {} : { reason: outcome.reason }),
  };
}
