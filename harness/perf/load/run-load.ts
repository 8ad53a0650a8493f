import type { Target } from '../../targets/target.ts';
import { moduleBeside } from '../child/module-beside.ts';
import { startChild } from '../child/start-child.ts';
import type { LoadChildCalls } from './load-child.ts';
import type { LoadOutcome } from './load-outcome.ts';
import type { LoadPlan } from './load-plan.ts';
import { proberFlags } from './prober-flags.ts';
import { addressOf } from './target-address.ts';

/** Each process takes every n-th user, so that no two of them speak for the same one unless there are too few. */
function share<Item>(items: readonly Item[], nth: number, of: number): Item[] {
  const own = items.filter((_, index) => index % of === nth);
  return own.length > 0 ? own : [...items];
}

/**
 * Puts a target under load from `workers` processes and returns what each of them saw.
 *
 * @throws {HarnessError} MEASURED_PROCESS_FAILED when a prober dies, or when the target cannot be reached.
 */
export async function runLoad(target: Target, plan: LoadPlan, workers = 1): Promise<LoadOutcome[]> {
  const address = addressOf(target);
  const children = Array.from({ length: Math.min(workers, plan.sessions) }, () =>
    startChild<LoadChildCalls>(moduleBeside(import.meta.url, 'load-child'), {
      flags: proberFlags,
    }),
  );
  try {
    return await Promise.all(
      children.map((child, nth) =>
        child.call('drive', {
          address: { ...address, users: share(address.users, nth, children.length) },
          plan: {
            ...plan,
            seed: `${plan.seed}-${nth + 1}`,
            sessions:
              Math.floor(plan.sessions / children.length) +
              (nth < plan.sessions % children.length ? 1 : 0),
          },
        }),
      ),
    );
  } finally {
    await Promise.all(children.map((child) => child.close()));
  }
}
