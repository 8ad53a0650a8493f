import type { Criterion } from '../../phases/criterion.ts';
import { judgeNamed } from '../../phases/judge-named.ts';
import { noEvidence } from '../../phases/no-evidence.ts';

/** What may never happen between two users; `ISO-ENUM` is a matter of taste and stays out. */
const isolationChecks = [
  'ISO-CANARY',
  'ISO-CANARY-TEXT',
  'ISO-IDENTITY',
  'ISO-RUNMIX',
  'ISO-SECRET',
  'ISO-TRESPASS',
];

/** Leaks need company: who tests alone finds none. */
export const isolation: Criterion = {
  id: 'isolation',
  phase: 2,
  title: 'no user gets what belongs to another, with many at the same time',
  needs: ['mission-critical'],
  limits: {
    users: {
      value: 8,
      stricter: 'higher',
      sentence: 'users with a run in flight at the same moment',
    },
  },
  judge(result, { users = 8 }) {
    const journeys = result.journeys ?? [];
    if (journeys.length === 0) return noEvidence('no journey was walked');
    const most = Math.max(...journeys.map(({ interleaved }) => interleaved));
    const judged = judgeNamed(result.checks, isolationChecks);
    if (judged.verdict === 'fail') return judged;
    const met = result.checks.some(({ id, exercised }) => id === 'ISO-CANARY' && exercised > 0);
    if (most < users || !met) {
      const reason = `at most ${most} users had a run in flight at the same moment, ${users} are needed`;
      return noEvidence(reason, 'give the target more users in the configuration');
    }
    return { ...judged, reason: `${most} users interleaved: ${judged.reason}` };
  },
};
