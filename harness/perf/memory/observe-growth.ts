import { fitSlope, type Slope } from '../stats/slope.ts';
import type { HeapSample, HeapSubject } from './heap-subject.ts';

/** Heap sizes after so many thousand requests. */
export interface Growth {
  readonly thousands: readonly number[];
  readonly samples: readonly HeapSample[];
  /** Requests that the subject says did not succeed. */
  readonly failed: number;
}

/** Loads the subject in nine equal steps and samples its heap between them; goes on from `earlier`, if given. */
export async function observeGrowth(
  subject: HeapSubject,
  requests: number,
  earlier?: Growth,
): Promise<Growth> {
  const step = Math.ceil(requests / 9);
  const thousands = [...(earlier?.thousands ?? [0])];
  const samples = [...(earlier?.samples ?? [await subject.sample()])];
  let failed = earlier?.failed ?? 0;
  for (let point = 0; point < 9; point += 1) {
    failed += step - (await subject.load(step));
    thousands.push((thousands.at(-1) ?? 0) + step / 1000);
    samples.push(await subject.sample());
  }
  return { thousands, samples, failed };
}

/** Bytes per 1,000 requests of one of the sampled sizes. */
export function growthOf({ thousands, samples }: Growth, size: keyof HeapSample): Slope {
  return fitSlope(
    thousands,
    samples.map((sample) => sample[size]),
  );
}
