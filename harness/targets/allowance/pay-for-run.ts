import type { Target } from '../target.ts';
import { awaitTurn } from './await-turn.ts';
import { spendRuns } from './ledger.ts';

/** Waits for a turn and pays for one run, where the target is shared. Throws `ALLOWANCE_SPENT`. */
export async function payForRun({ allowance }: Pick<Target, 'allowance'>): Promise<void> {
  if (allowance === undefined) return;
  await awaitTurn(allowance);
  spendRuns(allowance);
}
