import type { Criterion } from '../../phases/criterion.ts';
import { noEvidence } from '../../phases/no-evidence.ts';
import { plural } from '../../phases/plural.ts';

/** Violations may only shrink, and each phase has its budget per role. */
export const ratchet: Criterion = {
  id: 'ratchet',
  phase: 1,
  title: 'violations only shrink, and stay within the budget of the phase',
  needs: ['audit'],
  judge({ audit, ratchet: held }) {
    if (audit === undefined) return noEvidence('the source was not read');
    if (held === undefined) {
      const reason = 'neither a baseline nor a budget is declared';
      return { verdict: 'not-applicable', reason };
    }
    const { fresh, stale, expired, budgets, overdue } = held;
    const over = budgets.filter(({ count, budget }) => count > budget);
    const worst = over.map(
      ({ role, rule, scope, count, budget }) => `${role} ${rule} ${scope}: ${count} of ${budget}`,
    );
    const parts = [
      ...(fresh.length > 0 ? [`${fresh.length} new`] : []),
      ...(stale.length > 0 ? [`${stale.length} gone but still listed`] : []),
      ...(expired.length > 0 ? [`${expired.length} expired`] : []),
      ...(over.length > 0 ? [`over budget: ${worst.slice(0, 3).join(', ')}`] : []),
      ...(overdue?.gate === 'block' ? [`the phase was due on ${overdue.due}`] : []),
    ];
    if (parts.length === 0) {
      const reason = `nothing new; ${plural(budgets.length, 'budget')} kept`;
      return { verdict: 'pass', reason };
    }
    return {
      verdict: 'fail',
      reason: parts.join('; '),
      rests_on: fresh.slice(0, 20),
      next:
        fresh.length === 0 && over.length === 0
          ? 'golden-path audit --shrink commits the smaller baseline'
          : 'golden-path audit shows each of them at its line',
    };
  },
};
