import type { Gate } from '../contract/gate.ts';
import type { GateQuestion } from '../contract/gate-settings.ts';
import type { Result } from '../contract/result.ts';
import { judgeDoubts } from './criteria/doubts.ts';
import { judgeExisting } from './criteria/existing.ts';
import { judgeNight } from './criteria/night.ts';
import { concludeGate, decideGate } from './decide.ts';
import { decidePhase } from './phases/decide-phase.ts';

/** Answers the question of a run from its result alone: the same result gives the same answer, now and later. */
export function judgeGate(result: Result, question: GateQuestion): Gate {
  const gate =
    question.phase === undefined ? decidePlain(result, question) : decidePhase(result, question);
  const doubts = judgeDoubts(result.doubts ?? []);
  return doubts.length === 0 ? gate : { ...gate, ...concludeGate([...gate.criteria, ...doubts]) };
}

function decidePlain(result: Result, question: GateQuestion): Gate {
  const { criteria } = decideGate(result, question);
  return concludeGate([
    ...criteria,
    ...judgeExisting(result.existing ?? []),
    ...judgeNight(result),
  ]);
}
