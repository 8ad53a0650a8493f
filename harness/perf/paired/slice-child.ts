import { serveCalls } from '../child/serve-calls.ts';
import { loadWorkload } from '../workload/load-workload.ts';
import type { Workload } from '../workload/workload.ts';
import type { Slice } from './launch.ts';

/**
 * Requests before a slice that do not count, as a share of it: between two slices the other arms have had the caches, and
 * what it costs to come back is the same whatever the code costs.
 */
const returningShare = 0.15;

let workload: Workload | undefined;

const calls = {
  async open(module: string): Promise<void> {
    workload = await loadWorkload(module);
  },
  async slice(requests: number): Promise<Slice & { failed: number }> {
    if (workload === undefined) throw new Error('open a workload first');
    const returning = Math.ceil(requests * returningShare);
    const returned = await workload.run(returning);
    const cpuBefore = process.cpuUsage();
    const wallBefore = performance.now();
    const succeeded = await workload.run(requests);
    const wall = (performance.now() - wallBefore) * 1000;
    const { user, system } = process.cpuUsage(cpuBefore);
    await workload.release?.();
    return {
      cpu: (user + system) / requests,
      wall: wall / requests,
      failed: requests + returning - succeeded - returned,
    };
  },
};

export type SliceChildCalls = typeof calls;

serveCalls(calls);
