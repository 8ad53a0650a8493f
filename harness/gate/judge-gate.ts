import type { Gate } from '../contract/gate.ts';
import type { GateQuestion } from '../contract/gate-settings.ts';
import type { Result } from '../contract/result.ts';
import { existingSuites } from './criteria/phase-1/existing-suites.ts';
import { concludeGate, decideGate } from './decide.ts';
import { decidePhase } from './phases/decide-phase.ts';

/** Answers the question of a run from its result alone: the same result gives the same answer, now and later. */
export function judgeGate(result: Result, question: GateQuestion): Gate {
  if (question.phase !== undefined) return decidePhase(result, question);
  const plain = decideGate(result, question);
  const { id, title, judge } = existingSuites;
  const judged = judge(result, {}, []);
  if (result.existing === undefined || result.existing.length === 0) return plain;
  const { rests_on: rests = [], ...rest } = judged;
  return concludeGate([
    ...plain.criteria,
    { id, title, required: true, ...rest, rests_on: [...rests] },
  ]);
}
