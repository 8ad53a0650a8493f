import { checkTable } from '../../checks/check-table.ts';
import type { Result } from '../../contract/result.ts';
import { settleMatrix } from '../../faults/matrix/settle-matrix.ts';

/** Seeds every fault against a sound platform and lets the checks find them. */
export async function plantFaults(
  seed: string,
): Promise<Pick<Result, 'kill_matrix' | 'check_ids'>> {
  return {
    kill_matrix: await settleMatrix({ seed }),
    check_ids: checkTable.map(({ id }) => id),
  };
}
