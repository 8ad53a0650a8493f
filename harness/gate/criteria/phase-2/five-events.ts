import { criticalKinds } from '../../../contract/event-kind.ts';
import type { CheckResult } from '../../../contract/check-result.ts';
import type { Result } from '../../../contract/result.ts';
import { mergeVerdicts } from '../../../contract/verdict.ts';
import type { Criterion, Judgement } from '../../phases/criterion.ts';
import { judgeNamed } from '../../phases/judge-named.ts';
import { noEvidence } from '../../phases/no-evidence.ts';
import { plural } from '../../phases/plural.ts';

/** What makes the five events of a run complete; judged where nobody left, because recovery is phase 3's matter. */
const delivery = [
  'LIFE-START',
  'LIFE-THINK',
  'LIFE-WORK',
  'LIFE-TERM',
  'PAIR-OPEN',
  'PAIR-ORPHAN',
  'PAIR-OUTCOME',
];

/** What makes them true: announced is run, once, and told as it ended; no fallback behind the scenes. */
const truth = [
  'ONCE-EFFECT',
  'TRUTH-ANSWER',
  'TRUTH-FALLBACK',
  'TRUTH-HEALTH',
  'TRUTH-STORED',
  'TRUTH-TOOL',
];

/** A user sees what the agent does, all of it, and nothing that it does not do. */
export const fiveEvents: Criterion = {
  id: 'five-events',
  phase: 2,
  title: 'all five events on every journey, and each of them true',
  needs: ['mission-critical'],
  judge(result) {
    const away = new Set(
      (result.journeys ?? []).flatMap((one) => (one.came_back ? [one.history] : [])),
    );
    const quiet = (result.journeys ?? []).filter((one) => !one.came_back);
    const completed = quiet.filter((one) => one.completed > 0);
    const checks = [...mergedOver(result, away), ...result.checks.filter(isTruth)];
    const judged = judgeNamed(checks, [...delivery, ...truth]);
    if (judged.verdict === 'fail') return judged;
    if (completed.length === 0) return noEvidence('no journey completed a run');
    return missingKinds(completed) ?? countJourneys(judged, completed);
  },
};

type Journeys = NonNullable<Result['journeys']>;

function isTruth({ id }: CheckResult): boolean {
  return truth.includes(id);
}

/** The delivery checks over the tests in which no client left. */
function mergedOver({ tests, checks }: Result, away: ReadonlySet<string>): CheckResult[] {
  const heard = tests
    .flatMap(({ evidence }) => (evidence === undefined ? [] : [evidence]))
    .filter(({ histories }) => histories.length > 0 && histories.every((one) => !away.has(one)))
    .flatMap((evidence) => evidence.checks);
  return checks
    .filter(({ id }) => delivery.includes(id))
    .map((whole): CheckResult => {
      const parts = heard.filter(({ id }) => id === whole.id);
      const met = parts.filter(({ exercised }) => exercised > 0);
      const verdict = met.length === 0 ? 'unknown' : mergeVerdicts(met.map((one) => one.verdict));
      const exercised = parts.reduce((sum, one) => sum + one.exercised, 0);
      return { ...whole, verdict, exercised };
    });
}

/** Started, thinking and completed stand in every run; tools in those that were asked for one. */
function missingKinds(journeys: Journeys): Judgement | undefined {
  const [started, thinking, , , ended] = criticalKinds;
  for (const kind of [started, thinking, ended]) {
    const lacking = journeys.find((one) => (one.shown[kind] ?? 0) < one.completed);
    if (lacking === undefined) continue;
    const reason = `${lacking.completed - (lacking.shown[kind] ?? 0)} of ${plural(lacking.completed, 'run')} of ${lacking.journey} show no ${kind}`;
    return { verdict: 'fail', reason, next: `golden-path check reports/latest/${lacking.history}` };
  }
  const unseen = criticalKinds.filter((kind) =>
    journeys.every((one) => (one.shown[kind] ?? 0) === 0),
  );
  return unseen.length === 0 ? undefined : noEvidence(`no journey shows ${unseen.join(', ')}`);
}

function countJourneys(judged: Judgement, journeys: Journeys): Judgement {
  const runs = journeys.reduce((sum, one) => sum + one.completed, 0);
  const seen = `${plural(runs, 'run')} on ${plural(journeys.length, 'journey')}`;
  return { ...judged, reason: `${seen}: ${judged.reason}` };
}
