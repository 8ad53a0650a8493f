import { driveLoad } from './drive-load.ts';
import type { LoadOutcome } from './load-outcome.ts';
import type { LoadPlan } from './load-plan.ts';
import { targetAt, type TargetAddress } from './target-address.ts';

/** Puts the target at an address under load from this process. */
export function driveAddress(address: TargetAddress, plan: LoadPlan): Promise<LoadOutcome> {
  return driveLoad(targetAt(address), plan);
}
