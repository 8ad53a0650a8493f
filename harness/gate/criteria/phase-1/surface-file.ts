import type { Criterion } from '../../phases/criterion.ts';
import { noEvidence } from '../../phases/no-evidence.ts';
import { plural } from '../../phases/plural.ts';

/** What every implementation offers is written down before any of them changes. */
export const surfaceFile: Criterion = {
  id: 'surface-file',
  phase: 1,
  title: 'the public API of every implementation is recorded',
  needs: ['audit'],
  judge({ audit }) {
    const surface = audit?.records?.surface;
    if (surface === undefined) return noEvidence('the source was not read');
    if (surface.implementations === 0) return noEvidence('no implementation of a role was found');
    const { covered, implementations, missing, stale, changed, path, recorded } = surface;
    const counts = `${covered} of ${plural(implementations, 'implementation')} recorded as they are`;
    if (recorded && missing.length + stale.length + changed.length === 0) {
      return { verdict: 'pass', reason: counts, rests_on: [path] };
    }
    const file = recorded
      ? `${missing.length} missing, ${stale.length} stale, ${changed.length} changed in ${path}`
      : `there is no ${path}`;
    return {
      verdict: 'fail',
      reason: `${counts}: ${file}`,
      rests_on: [path],
      next: 'golden-path audit --surface writes it; review and commit it',
    };
  },
};
