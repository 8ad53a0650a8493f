import { mergeVerdicts } from '../../../contract/verdict.ts';
import type { Criterion } from '../../phases/criterion.ts';
import { noEvidence } from '../../phases/no-evidence.ts';
import { judgeExisting } from '../existing.ts';

/** What protects today keeps protecting. */
export const existingSuites: Criterion = {
  id: 'existing-suites',
  phase: 1,
  title: 'the suites that the team had before still pass, and still prove something',
  needs: ['existing'],
  judge({ existing }) {
    if (existing === undefined) return noEvidence('no existing suite was run');
    if (existing.length === 0) {
      return { verdict: 'not-applicable', reason: 'the configuration names no existing suite' };
    }
    const judged = judgeExisting(existing);
    const verdict = mergeVerdicts(judged.map((one) => one.verdict));
    const told = judged.filter((one) => one.verdict === verdict);
    const next = told[0]?.next;
    return {
      verdict,
      reason: told.map(({ rests_on: [name], reason }) => `${name ?? ''}: ${reason}`).join('; '),
      rests_on: told.flatMap((one) => one.rests_on),
      ...(next === undefined ? {} : { next }),
    };
  },
};
