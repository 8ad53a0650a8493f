import { serveCalls } from '../child/serve-calls.ts';
import { loadWorkload } from '../workload/load-workload.ts';
import type { Workload } from '../workload/workload.ts';
import type { Slice } from './launch.ts';

let workload: Workload | undefined;

const calls = {
  async open(module: string): Promise<void> {
    workload = await loadWorkload(module);
  },
  async slice(requests: number): Promise<Slice & { failed: number }> {
    if (workload === undefined) throw new Error('open a workload first');
    const cpuBefore = process.cpuUsage();
    const wallBefore = performance.now();
    const succeeded = await workload.run(requests);
    const wall = (performance.now() - wallBefore) * 1000;
    const { user, system } = process.cpuUsage(cpuBefore);
    await workload.release?.();
    return { cpu: (user + system) / requests, wall: wall / requests, failed: requests - succeeded };
  },
};

export type SliceChildCalls = typeof calls;

serveCalls(calls);
