import type { CriterionResult } from '../../contract/gate.ts';

/** A run that cannot be believed as a whole is no evidence, whatever its parts say. */
export function judgeDoubts(doubts: readonly string[]): CriterionResult[] {
  const [first] = doubts;
  if (first === undefined) return [];
  const more = doubts.length === 1 ? '' : ` (and ${doubts.length - 1} more)`;
  return [
    {
      id: 'run-sound',
      title: 'the run itself can be believed',
      required: true,
      verdict: 'unknown',
      reason: `${first}${more}`,
      rests_on: [],
      next: 'run the gate again',
    },
  ];
}
