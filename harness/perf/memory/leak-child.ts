import { queryObjects, writeHeapSnapshot } from 'node:v8';
import { setImmediate } from 'node:timers/promises';
import { serveCalls } from '../child/serve-calls.ts';
import type { HeapSample } from './heap-subject.ts';
import { loadWorkload } from '../workload/load-workload.ts';
import type { Workload } from '../workload/workload.ts';

let workload: Workload | undefined;
let held: readonly unknown[] = [];

function loaded(): Workload {
  if (workload === undefined) throw new Error('open a workload first');
  return workload;
}

/** How often garbage was collected since anything was done. */
let collections = 0;

/**
 * Once is enough for a size; before instances are counted a second time, which takes what finalisers of the first one let go.
 */
async function collectGarbage(times: 1 | 2): Promise<void> {
  for (; collections < times; collections += 1) {
    await setImmediate();
    globalThis.gc?.();
  }
}

const calls = {
  async open(module: string): Promise<void> {
    workload = await loadWorkload(module);
  },
  async load(requests: number): Promise<number> {
    collections = 0;
    const succeeded = await loaded().run(requests);
    await loaded().release?.();
    return succeeded;
  },
  /** Lets go of what was held before, then holds so many instances; returns how many. */
  async hold(count: number): Promise<number> {
    collections = 0;
    const module = loaded();
    if (module.hold === undefined) throw new Error('the workload exports no function "hold"');
    held = [];
    held = await module.hold(count);
    return held.length;
  },
  canHold(): boolean {
    return loaded().hold !== undefined;
  },
  listWatched(): string[] {
    return (loaded().watched ?? []).map(({ name }) => name);
  },
  async sample(): Promise<HeapSample> {
    await collectGarbage(1);
    const { heapUsed, external } = process.memoryUsage();
    return { heapUsed, external };
  },
  async countInstances(className: string): Promise<number> {
    const watched = loaded().watched?.find(({ name }) => name === className);
    if (watched === undefined)
      throw new Error(`the workload does not export "${className}" in "watched"`);
    await collectGarbage(2);
    return queryObjects(watched, { format: 'count' });
  },
  writeSnapshot(file: string): void {
    writeHeapSnapshot(file);
  },
};

export type LeakChildCalls = typeof calls;

serveCalls(calls);
