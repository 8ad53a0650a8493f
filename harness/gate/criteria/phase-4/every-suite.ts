import { mergeVerdicts } from '../../../contract/verdict.ts';
import type { Criterion } from '../../phases/criterion.ts';
import { plural } from '../../phases/plural.ts';
import { judgeChecks } from '../checks.ts';
import { judgeMeasurements } from '../measurements.ts';
import { judgeSuites } from '../suites.ts';

const suites = [
  'mission-critical',
  'ssot-compliance',
  'performance-regression',
  'staging',
] as const;

/** The end of the migration is the plain gate: whatever else a suite protects holds too. */
export const everySuite: Criterion = {
  id: 'every-suite',
  phase: 4,
  title: 'every suite passes, with every MUST check and every budget',
  needs: suites,
  judge(result) {
    const parts = [
      ...judgeSuites(result, suites),
      ...judgeChecks(result, false),
      ...judgeMeasurements(result),
    ].filter(({ required }) => required);
    const verdict = mergeVerdicts(parts.map((part) => part.verdict));
    const told = parts.filter((part) => part.verdict === verdict);
    if (verdict === 'pass') {
      const reason = `${plural(result.tests.length, 'test')}, ${plural(told.length, 'requirement')} held`;
      return { verdict, reason, rests_on: suites };
    }
    const [first] = told;
    const more = told.length > 1 ? ` (and ${told.length - 1} more)` : '';
    return {
      verdict,
      reason: `${first?.id ?? ''}: ${first?.reason ?? ''}${more}`,
      rests_on: told.slice(0, 20).map(({ id }) => id),
      ...(first?.next === undefined ? {} : { next: first.next }),
    };
  },
};
