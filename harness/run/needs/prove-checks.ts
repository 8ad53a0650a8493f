import { checkTable } from '../../checks/check-table.ts';
import { judgeHistory } from '../../checks/judge/judge-history.ts';
import { allDamages } from '../../checks/testing/all-damages.ts';
import type { Damage } from '../../checks/testing/damage.ts';
import type { KillMatrix } from '../../contract/kill-matrix.ts';
import type { Result } from '../../contract/result.ts';
import { runMatrix } from '../../faults/matrix/run-matrix.ts';

type Cell = KillMatrix['faults'][number];

export interface ProofOrder {
  readonly seed: string;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Seeds every fault against a sound platform and lets the checks find them. A check that no live fault owns is proven
 * on a damaged history instead: what it judges cannot be damaged on the way.
 */
export async function proveChecks(
  order: ProofOrder,
): Promise<Pick<Result, 'kill_matrix' | 'check_ids'>> {
  const { seed, say, signal } = order;
  const live = await runMatrix({
    seed,
    ...(signal === undefined ? {} : { signal }),
    progress: (_cell, done, total) => {
      if (done % 50 === 0) say(`proof: ${done} of ${total} faults and decoys`);
    },
  });
  const owned = new Set(live.faults.map(({ check }) => check));
  const offline = allDamages.filter(({ owner }) => !owned.has(owner)).map(judgeDamage);
  const matrix = { seed, faults: [...live.faults, ...offline], decoys: [...live.decoys] };
  return {
    kill_matrix: {
      ...matrix,
      faults: matrix.faults.map(copyCell),
      decoys: matrix.decoys.map((cell) => ({ ...cell, alarms: [...cell.alarms] })),
    },
    check_ids: checkTable.map(({ id }) => id),
  };
}

function copyCell(cell: Omit<Cell, 'alarms'> & { readonly alarms: readonly string[] }): Cell {
  return { ...cell, alarms: [...cell.alarms] };
}

function judgeDamage({ fault, title, owner, entails = [], expect = 'fail', build }: Damage): Cell {
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
