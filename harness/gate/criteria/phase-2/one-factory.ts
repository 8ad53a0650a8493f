import type { Criterion } from '../../phases/criterion.ts';
import { noEvidence } from '../../phases/no-evidence.ts';
import { plural } from '../../phases/plural.ts';

const production = 'production';

/** One place where implementations are made; whoever still comes through an old door is led there, and told. */
export const oneFactory: Criterion = {
  id: 'one-factory',
  phase: 2,
  title: 'one factory per role in production; the others delegate and warn',
  needs: ['audit'],
  judge({ audit }) {
    const roles = audit?.roles.filter((role) => role.factory_of !== undefined) ?? [];
    if (roles.length === 0) {
      return noEvidence('no factory role is declared', 'declare a role with factoryOf in `audit`');
    }
    const several = roles.filter((role) => role.production_count !== 1);
    const facades = roles.flatMap((role) =>
      role.members.filter(
        (member) => member.class === 'facade' && member.scope === production && !member.review,
      ),
    );
    const silent = facades.filter(({ warns }) => warns !== true);
    if (several.length > 0) {
      const reason = several
        .map((role) => `${role.id} has ${plural(role.production_count, 'factory', 'factories')}`)
        .join(', ');
      const next = 'golden-path audit lists them at their lines';
      return { verdict: 'fail', reason, rests_on: ['SSOT002'], next };
    }
    if (silent.length > 0) {
      const places = silent.map(({ path, line, symbol }) => `${path}:${line} ${symbol}`);
      return {
        verdict: 'fail',
        reason: `${plural(silent.length, 'facade')} without a warning: ${places.slice(0, 3).join(', ')}`,
        rests_on: ['SSOT002'],
        next: 'let the facade warn whoever still calls it',
      };
    }
    const reason = `${plural(roles.length, 'factory role')} with one factory each, ${plural(facades.length, 'facade')} that delegate and warn`;
    return { verdict: 'pass', reason, rests_on: ['SSOT002'] };
  },
};
