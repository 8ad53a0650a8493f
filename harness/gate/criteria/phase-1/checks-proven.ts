import type { Criterion } from '../../phases/criterion.ts';
import { noEvidence } from '../../phases/no-evidence.ts';
import { plural } from '../../phases/plural.ts';

/** A check that cannot fail is worse than none: people rely on it. */
export const checksProven: Criterion = {
  id: 'checks-proven',
  phase: 1,
  title: 'every check is turned red by its fault, and by no decoy',
  needs: ['proof'],
  judge({ kill_matrix: matrix, check_ids: ids }) {
    if (matrix === undefined || ids === undefined || matrix.faults.length === 0) {
      return noEvidence('no fault was seeded');
    }
    const caught = new Set(
      matrix.faults.flatMap(({ check, verdict }) => (verdict === 'caught' ? [check] : [])),
    );
    const unproven = ids.filter((id) => !caught.has(id));
    // A fault that met no run in flight says nothing; its check needs another one that did.
    const idle = matrix.faults.filter(({ verdict }) => verdict === 'no-bite');
    const wrong = matrix.faults.filter(
      ({ verdict }) => verdict !== 'caught' && verdict !== 'no-bite',
    );
    const alarmed = matrix.decoys.filter(({ alarms }) => alarms.length > 0);
    const faults = `${matrix.faults.length - wrong.length - idle.length} of ${plural(matrix.faults.length, 'fault')} caught`;
    const decoys = `${matrix.decoys.length - alarmed.length} of ${plural(matrix.decoys.length, 'decoy')} left green`;
    const reason = `${ids.length - unproven.length} of ${plural(ids.length, 'check')} proven; ${faults}, ${decoys}`;
    const guilty = [...unproven, ...wrong.map(({ id }) => id), ...alarmed.map(({ id }) => id)];
    if (guilty.length === 0) return { verdict: 'pass', reason, rests_on: [] };
    const idleChecks = new Set(idle.map(({ check }) => check));
    const merelyOpen =
      alarmed.length === 0 && wrong.length === 0 && unproven.every((id) => idleChecks.has(id));
    return {
      verdict: merelyOpen ? 'unknown' : 'fail',
      reason: `${reason}: ${guilty.slice(0, 5).join(', ')}`,
      rests_on: guilty.slice(0, 20),
      next: 'golden-path faults shows each of them',
    };
  },
};
