import { loadCompiled } from '../child/load-compiled.ts';
import { serveCalls } from '../child/serve-calls.ts';
import type { LoadOutcome } from './load-outcome.ts';
import type { LoadPlan } from './load-plan.ts';
import type { TargetAddress } from './target-address.ts';

const { driveAddress } = await loadCompiled(() => import('./drive-address.ts'));

const calls = {
  drive: ({ address, plan }: { address: TargetAddress; plan: LoadPlan }): Promise<LoadOutcome> =>
    driveAddress(address, plan),
};

export type LoadChildCalls = typeof calls;

serveCalls(calls);
