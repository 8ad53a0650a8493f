import { checkTable } from '../../checks/check-table.ts';
import { judgeHistory } from '../../checks/judge/judge-history.ts';
import { allDamages } from '../../checks/testing/all-damages.ts';
import type { Damage } from '../../checks/testing/damage.ts';
import type { FaultCell, KillMatrix } from '../../contract/kill-matrix.ts';
import type { Result } from '../../contract/result.ts';
import { runMatrix } from '../../faults/matrix/run-matrix.ts';

/** How often a fault is planted that is not caught. */
const rounds = 3;

/**
 * Seeds every fault against a sound platform and lets the checks find them. A check that no live fault owns is proven
 * on a damaged history instead: what it judges cannot be damaged on the way.
 */
export async function plantFaults(
  seed: string,
): Promise<Pick<Result, 'kill_matrix' | 'check_ids'>> {
  const live = await plantAgain(seed, await runMatrix({ seed }));
  const owned = new Set(live.faults.map(({ check }) => check));
  const offline = allDamages.filter(({ owner }) => !owned.has(owner)).map(judgeDamage);
  return {
    kill_matrix: { seed, faults: [...live.faults, ...offline], decoys: live.decoys },
    check_ids: checkTable.map(({ id }) => id),
  };
}

/**
 * What was not caught is planted again, one at a time: on a busy machine a fault may meet no run in flight, or a run
 * that is late anyway. One catch shows that the check can fail; what is missed every time is missed.
 */
async function plantAgain(seed: string, matrix: KillMatrix): Promise<KillMatrix> {
  let { faults } = matrix;
  for (let round = 2; round <= rounds; round += 1) {
    const missed = faults.flatMap(({ id, verdict }) => (verdict === 'caught' ? [] : [id]));
    if (missed.length === 0) break;
    const again = await runMatrix({ seed: `${seed}-${round}`, only: missed, width: 1 });
    faults = faults.map((cell) =>
      cell.verdict === 'caught' ? cell : (again.faults.find(({ id }) => id === cell.id) ?? cell),
    );
  }
  return { ...matrix, faults };
}

function judgeDamage({
  fault,
  title,
  owner,
  entails = [],
  expect = 'fail',
  build,
}: Damage): FaultCell {
  const results = judgeHistory(build().history);
  const alarms = results.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
  const found = results.find(({ id }) => id === owner);
  const wanted = expect === 'info' ? 'pass' : expect;
  const strangers = alarms.filter((id) => id !== owner && !entails.includes(id));
  const shown = expect === 'unknown' || (found?.witnesses.length ?? 0) > 0;
  const verdict =
    strangers.length > 0 ? 'wrong-check' : found?.verdict === wanted && shown ? 'caught' : 'missed';
  const note = `on a damaged history: ${found?.witnesses[0]?.however ?? found?.verdict ?? 'no such check'}`;
  return { id: fault, title, check: owner, verdict, note, alarms };
}
