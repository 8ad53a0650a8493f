import { moduleBeside } from '../child/module-beside.ts';
import { startChild } from '../child/start-child.ts';
import type { HeapSubject } from './heap-subject.ts';
import type { LeakChildCalls } from './leak-child.ts';

/** A workload in a process of its own. */
export interface OpenWorkload extends HeapSubject {
  /** Names of the classes it watches. */
  listWatched(): Promise<string[]>;
  /** Whether it says how to hold instances. */
  canHold(): Promise<boolean>;
  /** Keeps so many instances alive instead of those before. */
  hold(count: number): Promise<number>;
}

/** Loads a workload file (see `Workload`) in a process of its own and calls its `setup`. */
export async function openWorkload(module: URL): Promise<OpenWorkload> {
  const child = startChild<LeakChildCalls>(moduleBeside(import.meta.url, 'leak-child'), {
    flags: ['--expose-gc'],
  });
  try {
    await child.call('open', module.href);
  } catch (error) {
    await child.close();
    throw error;
  }
  return {
    load: (requests) => child.call('load', requests),
    sample: () => child.call('sample', undefined),
    countInstances: (className) => child.call('countInstances', className),
    listWatched: () => child.call('listWatched', undefined),
    canHold: () => child.call('canHold', undefined),
    hold: (count) => child.call('hold', count),
    writeSnapshot: (file) => child.call('writeSnapshot', file),
    close: () => child.close(),
  };
}
