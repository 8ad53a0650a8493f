import type { KillMatrix } from '../../contract/kill-matrix.ts';
import { runMatrix, type MatrixOptions } from './run-matrix.ts';

/** How often a fault is walked that is not caught. */
const walks = 3;

/**
 * Walks every row, and what was not caught again, one at a time: on a busy machine a fault may meet no run in flight,
 * or a run that is late anyway. One catch shows that the check can fail; what is missed every time is missed. A decoy
 * is not walked again by this, because one false alarm is one too many.
 */
export async function settleMatrix(options: MatrixOptions = {}): Promise<KillMatrix> {
  const matrix = await runMatrix(options);
  const { signal } = options;
  let { faults } = matrix;
  for (let walk = 2; walk <= walks; walk += 1) {
    if (signal?.aborted === true) break;
    const missed = faults.flatMap(({ id, verdict }) => (verdict === 'caught' ? [] : [id]));
    if (missed.length === 0) break;
    const again = await runMatrix({
      seed: `${matrix.seed}-${walk}`,
      only: missed,
      width: 1,
      ...(signal === undefined ? {} : { signal }),
    });
    faults = faults.map((cell) => {
      if (cell.verdict === 'caught') return cell;
      const next = again.faults.find(({ id }) => id === cell.id) ?? cell;
      return { ...next, note: `walk ${walk}: ${next.note}` };
    });
  }
  return { ...matrix, faults };
}
