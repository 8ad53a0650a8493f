import type { Criterion } from '../../phases/criterion.ts';
import { noEvidence } from '../../phases/no-evidence.ts';
import { plural } from '../../phases/plural.ts';

/** A suite that nobody finds any more protects nothing. */
export const suitesDiscovered: Criterion = {
  id: 'suites-discovered',
  phase: 1,
  title: 'every suite has tests',
  needs: ['discovery'],
  judge({ discovery }) {
    if (discovery === undefined || discovery.length === 0) {
      return noEvidence('the suites were not listed');
    }
    const names = discovery.map(({ suite }) => suite);
    const empty = discovery.filter(({ tests }) => tests === 0);
    if (empty.length === 0) {
      const total = discovery.reduce((sum, { tests }) => sum + tests, 0);
      const reason = `${plural(total, 'test')} in ${plural(names.length, 'suite')}`;
      return { verdict: 'pass', reason, rests_on: names };
    }
    const described = empty.map(({ suite, problem }) =>
      problem === undefined ? suite : `${suite} (${problem})`,
    );
    return {
      verdict: empty.every(({ problem }) => problem !== undefined) ? 'unknown' : 'fail',
      reason: `no test was found in ${described.join(', ')}`,
      rests_on: names,
      next: 'look whether the suite was moved or its files no longer match',
    };
  },
};
