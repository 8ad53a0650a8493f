import type { Criterion } from '../../phases/criterion.ts';
import { noEvidence } from '../../phases/no-evidence.ts';
import { plural } from '../../phases/plural.ts';

/** A fix in one of two implementations misses half of the users. */
export const oneImplementation: Criterion = {
  id: 'one-implementation',
  phase: 3,
  title: 'one implementation per role in production',
  needs: ['audit'],
  judge({ audit }) {
    const roles = audit?.roles.filter((role) => role.factory_of === undefined) ?? [];
    if (audit === undefined || roles.length === 0) {
      return noEvidence('no role is declared', 'golden-path audit init proposes roles');
    }
    const several = roles.filter((role) => role.production_count !== 1);
    if (several.length === 0) {
      const reason = `${plural(roles.length, 'role')} with one implementation each, ${audit.read.files} files read`;
      return { verdict: 'pass', reason, rests_on: ['SSOT001'] };
    }
    const counts = several.map(({ id, production_count: count }) => `${id} has ${count}`);
    return {
      verdict: 'fail',
      reason: `${counts.join(', ')} in production, 1 expected`,
      rests_on: ['SSOT001'],
      next: 'golden-path audit lists them at their lines',
    };
  },
};
