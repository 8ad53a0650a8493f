import { setImmediate } from 'node:timers/promises';
import { serveCalls } from '../child/serve-calls.ts';

/** Bytes of this process after garbage was collected. */
export interface Resident {
  readonly rssBytes: number;
  readonly heapBytes: number;
}

const calls = {
  async load(modules: readonly string[]): Promise<Resident> {
    for (const href of modules) await import(href);
    // The second collection takes what finalisers of the first one let go.
    for (let round = 0; round < 2; round += 1) {
      await setImmediate();
      globalThis.gc?.();
    }
    const { rss, heapUsed } = process.memoryUsage();
    return { rssBytes: rss, heapBytes: heapUsed };
  },
};

export type ResidentChildCalls = typeof calls;

serveCalls(calls);
