import type { Measurement } from '../../contract/measurement.ts';
import { measureHeap, type HeapOptions } from './measure-heap.ts';
import { openWorkload } from './open-workload.ts';

export interface LeakOptions extends HeapOptions {
  /** The workload file; see `Workload`. */
  readonly module: URL;
  /** Name of the class whose instances may not outlive their requests; all that the workload watches, unless told. */
  readonly watched?: string;
}

/**
 * Decides whether a workload file leaks, in a process of its own.
 *
 * @returns `memory.live-instances.<class>` (limit 0, with the retaining path as its reason when memlab is installed),
 *   `memory.heap-growth` and `memory.external-growth` (bytes per 1,000 requests, 95 % interval).
 * @throws {HarnessError} MEASURED_PROCESS_FAILED when the workload cannot be loaded, throws, or lacks the class.
 */
export async function measureLeak({
  module,
  watched,
  ...options
}: LeakOptions): Promise<Measurement[]> {
  const subject = await openWorkload(module);
  try {
    const names = watched === undefined ? await subject.listWatched() : [watched];
    return await measureHeap(subject, names, options);
  } finally {
    await subject.close();
  }
}
