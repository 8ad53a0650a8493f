import { moduleBeside } from '../child/module-beside.ts';
import { startChild } from '../child/start-child.ts';
import type { Slice } from './launch.ts';
import type { SliceChildCalls } from './slice-child.ts';

/** A fresh process with one workload loaded. */
export interface OpenArm {
  /** Carries out so many requests and says what each of them cost. */
  slice(requests: number): Promise<Slice & { readonly failed: number }>;
  close(): Promise<void>;
}

/** A slice takes milliseconds; one that takes this long waits for something that will not come. */
const deadlineMs = 60_000;

/** @throws {HarnessError} MEASURED_PROCESS_FAILED when the workload cannot be loaded. */
export async function openArm(workload: URL): Promise<OpenArm> {
  const child = startChild<SliceChildCalls>(moduleBeside(import.meta.url, 'slice-child'), {
    deadlineMs,
  });
  try {
    await child.call('open', workload.href);
  } catch (error) {
    await child.close();
    throw error;
  }
  return {
    slice: (requests) => child.call('slice', requests),
    close: () => child.close(),
  };
}
