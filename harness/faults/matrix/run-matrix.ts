import { judgeHistory } from '../../checks/judge/judge-history.ts';
import type { CheckResult } from '../../contract/check-result.ts';
import type { DecoyRow } from '../decoy-row.ts';
import type { FaultRow } from '../fault-row.ts';
import { inLanes } from './in-lanes.ts';
import { alarmsOf, judgeCell } from './judge-cell.ts';
import type { DecoyCell, FaultCell, KillMatrix } from '../../contract/kill-matrix.ts';
import { selectRows, type Row, type Selection } from './select-rows.ts';
import { TargetPool } from './target-pool.ts';
import { walkDamaged } from './walk-damaged.ts';

/** How often a decoy is walked whose alarms may be the probe's own. */
const decoyWalks = 3;

export interface MatrixOptions extends Selection {
  /** Default `golden-path`. The same seed strikes the same places. */
  readonly seed?: string;
  /** Rows walked at the same time. Default 8: most of a row is waiting. */
  readonly width?: number;
  readonly signal?: AbortSignal;
  /** Hears of each row as it is done. */
  readonly progress?: (cell: FaultCell | DecoyCell, done: number, total: number) => void;
}

/** Walks every fault and every decoy against the reference and says which check alarmed. */
export async function runMatrix(options: MatrixOptions = {}): Promise<KillMatrix> {
  const seed = options.seed ?? 'golden-path';
  const rows = selectRows(options);
  const faults: FaultCell[] = [];
  const decoys: DecoyCell[] = [];
  const pool = new TargetPool();
  const walkRow = async (row: Row): Promise<void> => {
    if (options.signal?.aborted === true) return;
    let cell: FaultCell | DecoyCell;
    if (row.type === 'fault') faults.push((cell = await walkFault(pool, row.row, seed)));
    else decoys.push((cell = await walkDecoy(pool, row.row, seed)));
    options.progress?.(cell, faults.length + decoys.length, rows.length);
  };
  try {
    await inLanes(
      rows.filter(({ row }) => row.alone !== true),
      options.width ?? 8,
      walkRow,
    );
    await inLanes(
      rows.filter(({ row }) => row.alone === true),
      1,
      walkRow,
    );
  } finally {
    await pool[Symbol.asyncDispose]();
  }
  const place = new Map(rows.map(({ row }, index) => [row.id, index]));
  const inOrder = (left: { id: string }, right: { id: string }): number =>
    (place.get(left.id) ?? 0) - (place.get(right.id) ?? 0);
  return { seed, faults: faults.toSorted(inOrder), decoys: decoys.toSorted(inOrder) };
}

async function walkFault(pool: TargetPool, row: FaultRow, seed: string): Promise<FaultCell> {
  const { id, title, owner: check } = row;
  const walked = await pool.lend(row, (target) => walkDamaged(target, row, `${seed}-${id}`));
  const judged = judgeCell(row, judgeHistory(walked.history));
  const verdict = walked.bitten || row.neverBites === true ? judged.verdict : 'no-bite';
  return { id, title, check, ...judged, verdict };
}

/** An alarm while the probe itself was late says nothing of the decoy, so that it is walked again. */
async function walkDecoy(pool: TargetPool, row: DecoyRow, seed: string): Promise<DecoyCell> {
  const { id, title } = row;
  for (let walk = 1; ; walk += 1) {
    const { history } = await pool.lend(row, (target) => walkDamaged(target, row, `${seed}-${id}`));
    const results = judgeHistory(history);
    const alarms = alarmsOf(results);
    if (alarms.length === 0 || walk === decoyWalks || !wasLate(results))
      return { id, title, alarms };
  }
}

function wasLate(results: readonly CheckResult[]): boolean {
  return results.some(({ id, exercised }) => id === 'META-LAG' && exercised > 0);
}
