import type { Measurement } from '../../contract/measurement.ts';
import { median } from '../stats/median.ts';
import { openWorkload, type OpenWorkload } from './open-workload.ts';

/** The first instances load code and fill caches that are no instance's own. */
const warmUp = 200;

/** The heap without them drifts by hundreds of kilobytes while code is compiled and flushed: an odd round decides nothing. */
const rounds = 5;

/** Bytes that `count` instances add to the heap, over the mean of the heap without them before and after. */
async function weigh(subject: OpenWorkload, count: number): Promise<number> {
  const heapWith = async (held: number): Promise<number> => {
    await subject.hold(held);
    return (await subject.sample()).heapUsed;
  };
  const before = await heapWith(0);
  const full = await heapWith(count);
  return full - (before + (await heapWith(0))) / 2;
}

/** Whether a workload file exports `hold`. */
export async function canBeHeld(module: URL): Promise<boolean> {
  const subject = await openWorkload(module);
  try {
    return await subject.canHold();
  } finally {
    await subject.close();
  }
}

/**
 * Heap that one instance holds while it lives, by keeping many of them alive at once (`hold` of a `Workload`): the
 * median of five rounds, each with and without them.
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
    const weights: number[] = [];
    for (let round = 0; round < rounds; round += 1) weights.push(await weigh(subject, count));
    const value = median(weights) / count;
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
