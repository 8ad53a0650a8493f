import { serveCalls } from '../child/serve-calls.ts';
import { driveLoad } from './drive-load.ts';
import type { LoadOutcome } from './load-outcome.ts';
import type { LoadPlan } from './load-plan.ts';
import { targetAt, type TargetAddress } from './target-address.ts';

const calls = {
  drive: ({ address, plan }: { address: TargetAddress; plan: LoadPlan }): Promise<LoadOutcome> =>
    driveLoad(targetAt(address), plan),
};

export type LoadChildCalls = typeof calls;

serveCalls(calls);
