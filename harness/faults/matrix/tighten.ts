import type { Promises } from '../../contract/promises.ts';
import type { Tightened } from '../fault-row.ts';

export function tighten(promises: Promises, change: Tightened = {}): Promises {
  const { deadlines, budgets, ...rest } = change;
  return {
    ...promises,
    ...rest,
    deadlines: { ...promises.deadlines, ...deadlines },
    budgets: { ...promises.budgets, ...budgets },
  };
}
