import { HarnessError } from '../../contract/harness-error.ts';
import type { Measurement } from '../../contract/measurement.ts';

/**
 * One part of a bench: when it cannot be carried through, what the others measured is kept, and the missing part is told as
 * `unknown`.
 *
 * @param isFirst Nothing was measured yet: then there is nothing to keep, and the error is thrown on.
 */
export async function attempt(
  name: string,
  part: () => Promise<readonly Measurement[]>,
  isFirst: boolean,
): Promise<Measurement[]> {
  try {
    return [...(await part())];
  } catch (error) {
    if (!(error instanceof HarnessError) || isFirst) throw error;
    return [
      {
        id: `bench.${name}`,
        title: `${name}: could not be measured`,
        unit: 'count',
        value: 0,
        n: 0,
        limit: 0,
        verdict: 'unknown',
        reason: `${error.code}: ${error.message}`,
      },
    ];
  }
}
