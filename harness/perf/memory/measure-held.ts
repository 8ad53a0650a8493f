import type { Measurement } from '../../contract/measurement.ts';
import { openWorkload } from './open-workload.ts';

/** The first instances load code and fill caches that are no instance's own. */
const warmUp = 200;

/**
 * Heap that one instance holds while it lives, by keeping many of them alive at once (`hold` of a `Workload`).
 *
 * @returns `memory.held.<name>`, bytes per instance, judged against `limit` where one is given.
 * @throws {HarnessError} MEASURED_PROCESS_FAILED when the workload cannot be loaded or has no `hold`.
 */
export async function measureHeld(options: {
  readonly module: URL;
  /** Last part of the measurement's id, such as the class that is held. */
  readonly name: string;
  readonly count?: number;
  readonly limit?: number | undefined;
}): Promise<Measurement> {
  const { module, name, count = 2000, limit } = options;
  const subject = await openWorkload(module);
  try {
    await subject.hold(warmUp);
    await subject.hold(0);
    const before = await subject.sample();
    await subject.hold(count);
    const after = await subject.sample();
    const value = (after.heapUsed - before.heapUsed) / count;
    return {
      id: `memory.held.${name}`,
      title: `heap of one live ${name}`,
      unit: 'bytes',
      value,
      n: count,
      ...(limit === undefined
        ? { verdict: 'not-applicable', reason: 'no limit is set' }
        : { limit, verdict: value <= limit ? 'pass' : 'fail' }),
    };
  } finally {
    await subject.close();
  }
}
