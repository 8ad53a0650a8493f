import type { RequestScopedToolDispatcher } from 'golden-path/reference';
import { workThrough } from './dispatcher-workload.ts';

export { watched } from './dispatcher-workload.ts';

const finished: RequestScopedToolDispatcher[] = [];

/** The clean workload, but for one reference that is kept. */
export function run(requests: number): Promise<number> {
  return workThrough(requests, (dispatcher) => finished.push(dispatcher));
}
