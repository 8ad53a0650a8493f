import { serveCalls } from '../child/serve-calls.ts';
import { openEmbeddedTarget } from '../../targets/embedded.ts';
import { addressOf, type TargetAddress } from './target-address.ts';

/** What the process of a target has used so far, and holds now. */
export interface ProcessUsage {
  readonly cpuMs: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
}

const calls = {
  async open(demoUsers: number): Promise<TargetAddress> {
    return addressOf(await openEmbeddedTarget({ demoUsers }));
  },
  usage(): ProcessUsage {
    globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    return { cpuMs: (user + system) / 1000, rssBytes: rss, heapBytes: heapUsed };
  },
};

export type PlatformChildCalls = typeof calls;

serveCalls(calls);
