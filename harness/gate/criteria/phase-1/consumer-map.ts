import type { Criterion } from '../../phases/criterion.ts';
import { noEvidence } from '../../phases/no-evidence.ts';
import { plural } from '../../phases/plural.ts';

/** Whoever must change when an implementation goes is known before it goes. */
export const consumerMap: Criterion = {
  id: 'consumer-map',
  phase: 1,
  title: 'the consumer map covers every importer of every role',
  needs: ['audit'],
  judge({ audit }) {
    const map = audit?.records?.consumer_map;
    if (audit === undefined || map === undefined) return noEvidence('the source was not read');
    if (audit.roles.length === 0) return noEvidence('no role is declared', declareRoles);
    const importers = map.importers.production + map.importers.elsewhere;
    const covered = map.covered.production + map.covered.elsewhere;
    const counts = `${covered} of ${plural(importers, 'importer')} of ${plural(audit.roles.length, 'role')} recorded`;
    if (map.recorded && map.missing.length === 0 && map.stale.length === 0) {
      return { verdict: 'pass', reason: counts, rests_on: [map.path] };
    }
    const file = map.recorded
      ? `${plural(map.missing.length, 'entry', 'entries')} missing and ${map.stale.length} stale in ${map.path}`
      : `there is no ${map.path}`;
    return {
      verdict: 'fail',
      reason: `${counts}: ${file}`,
      rests_on: [map.path],
      next: 'golden-path audit --map writes it; review and commit it',
    };
  },
};

const declareRoles = 'golden-path audit init proposes roles for the configuration';
