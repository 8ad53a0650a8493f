import { HarnessError } from '../../contract/harness-error.ts';
import type { Measurement } from '../../contract/measurement.ts';
import { interruptChildren } from '../child/interrupt-children.ts';

export interface AttemptOptions {
  /** Nothing was measured yet: then there is nothing to keep, and the error is thrown on. */
  readonly isFirst: boolean;
  /** Ends the part, with every process it started, and leaves out those that follow. */
  readonly signal?: AbortSignal | undefined;
}

const missing = (name: string, reason: string): Measurement => ({
  id: `bench.${name}`,
  title: `${name}: could not be measured`,
  unit: 'count',
  value: 0,
  n: 0,
  limit: 0,
  verdict: 'unknown',
  reason,
});

/** What was cut off in the middle is shown, and not judged. */
const doubt = (measurement: Measurement): Measurement => ({
  ...measurement,
  verdict: 'unknown',
  reason: 'interrupted',
});

/**
 * One part of a bench: when it cannot be carried through, what the others measured is kept, and the missing part is told as
 * `unknown`.
 */
export async function attempt(
  name: string,
  part: () => Promise<readonly Measurement[]>,
  { isFirst, signal }: AttemptOptions,
): Promise<Measurement[]> {
  const isStopped = (): boolean => signal?.aborted === true;
  if (isStopped()) return [missing(name, 'interrupted before its turn came')];
  try {
    const measurements = await interruptChildren(signal, part);
    return isStopped() ? measurements.map(doubt) : [...measurements];
  } catch (error) {
    // A process that was ended amid a call shows itself in many ways.
    if (isStopped()) return [missing(name, 'interrupted')];
    if (isFirst || !(error instanceof HarnessError)) throw error;
    return [missing(name, `${error.code}: ${error.message}`)];
  }
}
