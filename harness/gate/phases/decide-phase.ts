import type { CriterionResult, Gate } from '../../contract/gate.ts';
import type { GateQuestion } from '../../contract/gate-settings.ts';
import type { Need } from '../../contract/need.ts';
import type { Result } from '../../contract/result.ts';
import { concludeGate } from '../decide.ts';
import type { Judgement } from './criterion.ts';
import { hasEvidence } from './has-evidence.ts';
import { planCriteria, type Plan, type PlannedCriterion } from './plan-criteria.ts';

/**
 * Merges the criteria of the phases up to the one that was asked for. What later phases ask is shown where the same
 * evidence already tells, and is not yet required.
 */
export function decidePhase(result: Result, question: GateQuestion): Gate {
  const plan = planCriteria(question.settings, question.recorded);
  const chosen = chosenCriteria(plan, question);
  const phase = question.phase ?? 4;
  const required = chosen.filter((one) => one.phase <= phase);
  const later = chosen
    .filter((one) => one.phase > phase)
    .filter(({ criterion }) => criterion.needs.every((need) => hasEvidence(result, need)));
  const criteria = [
    ...(required.length === 0 ? [nothingAsked] : []),
    ...required.map((one) => judge(result, one, question)),
    ...judgeSettings(plan, question),
    ...later.map((one) => ({
      ...judge(result, one, { ...question, shard: undefined }),
      required: false,
    })),
  ];
  return { ...concludeGate(criteria), phase };
}

/** That everything was left out is no evidence, however well reasoned. */
const nothingAsked: CriterionResult = {
  id: 'something-asked',
  title: 'at least one criterion is left to judge',
  required: true,
  verdict: 'unknown',
  reason: 'every criterion of this phase is left out: nothing was judged',
  rests_on: [],
  next: 'bring at least one criterion back in the configuration',
};

/** What must be carried out for the question. */
export function needsOf(question: GateQuestion): Need[] {
  const phase = question.phase ?? 4;
  const wanted = chosenCriteria(planCriteria(question.settings), question)
    .filter((one) => one.phase <= phase)
    .flatMap(({ criterion }) => criterion.needs);
  return [...new Set(wanted)];
}

/** Everything that is not switched off, and of that what was asked for. */
export function chosenCriteria({ criteria }: Plan, { only }: GateQuestion): PlannedCriterion[] {
  return criteria
    .filter(({ off }) => !off)
    .filter(({ criterion }) => only === undefined || only.includes(criterion.id));
}

function isPart({ shard }: { readonly shard?: GateQuestion['shard'] | undefined }): boolean {
  return shard !== undefined && shard.count > 1;
}

function judge(
  result: Result,
  { criterion, phase, limits }: PlannedCriterion,
  question: Omit<GateQuestion, 'shard'> & { readonly shard?: GateQuestion['shard'] | undefined },
): CriterionResult {
  const { id, title, needs } = criterion;
  const judged: Judgement = criterion.judge(
    result,
    limits,
    question.settings.leaveOut.map(({ scope }) => scope),
  );
  const { verdict, reason, rests_on: rests = [], next } = judged;
  const missing = needs.filter((need) => !hasEvidence(result, need));
  // A part of a run may be red, but only the whole can be green.
  const left = isPart(question) && verdict !== 'fail';
  const told =
    missing.length > 0 && verdict === 'unknown'
      ? `${reason}: ${missing.map((need) => whyNot(result, need)).join('; ')}`
      : reason;
  return {
    id,
    title,
    phase,
    required: !left,
    verdict: left ? 'unknown' : verdict,
    reason: left ? 'golden-path report merge judges it over all parts' : told,
    rests_on: [...rests],
    ...(next === undefined || verdict === 'pass' || left ? {} : { next }),
  };
}

function whyNot({ unmet_needs: unmet }: Result, need: Need): string {
  const why = unmet?.find((one) => one.need === need)?.why;
  return why === undefined ? `${need} did not run` : `${need} could not be carried out, ${why}`;
}

/** Looser criteria are told on every screen; looser than recorded and without a word is red. */
function judgeSettings({ loosened, slipped }: Plan, question: GateQuestion): CriterionResult[] {
  if (loosened.length + slipped.length === 0 || question.only !== undefined) return [];
  const verdict = slipped.length === 0 ? 'pass' : 'fail';
  return [
    {
      id: 'settings',
      title: 'no criterion gets looser without a reason',
      phase: 1,
      required: true,
      verdict,
      reason:
        verdict === 'pass'
          ? `looser, with a reason: ${loosened.join('; ')}`
          : `looser than recorded, without a reason: ${slipped.join('; ')}`,
      rests_on: [],
      ...(verdict === 'pass' ? {} : { next: 'tighten it again, or say in its "reason" why not' }),
    },
  ];
}
