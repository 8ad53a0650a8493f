import {
  build,
  decodeFromCompressedBase64,
  encodeIntoCompressedBase64,
  initWebAssemblySync,
  type Histogram,
} from 'hdr-histogram-js';
import type { Measurement } from '../../contract/measurement.ts';

initWebAssemblySync();

/** A minute, in microseconds; whatever took longer counts as that. */
const highest = 60_000_000;

/** Shares of the samples at which the distribution picture has a point. */
const steps = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1];

/**
 * Latencies in bounded memory, whatever their number: three significant digits between 1 µs and a minute,
 * about 20 ns a record. One per metric and worker, never one per session.
 */
export class LatencyHistogram {
  readonly #histogram: Histogram = build({
    useWebAssembly: true,
    bitBucketSize: 32,
    numberOfSignificantValueDigits: 3,
    lowestDiscernibleValue: 1,
    highestTrackableValue: highest,
  });

  get count(): number {
    return this.#histogram.totalCount;
  }

  /**
   * @param milliseconds Time from the intended start to the end.
   * @param expectedInterval Of a sender that waits for each answer: the milliseconds after which it should have sent again.
   *   What it could not send meanwhile is recorded too (coordinated omission, after Gil Tene's HdrHistogram).
   */
  record(milliseconds: number, expectedInterval = 0): void {
    const microseconds = Math.min(highest, Math.max(0, Math.round(milliseconds * 1000)));
    if (expectedInterval === 0) this.#histogram.recordValue(microseconds);
    else {
      this.#histogram.recordValueWithExpectedInterval(
        microseconds,
        Math.max(1, Math.round(expectedInterval * 1000)),
      );
    }
  }

  add(other: LatencyHistogram): void {
    this.#histogram.add(other.#histogram);
  }

  /** The histogram as text, for another process to add. */
  encode(): string {
    return encodeIntoCompressedBase64(this.#histogram);
  }

  addEncoded(text: string): void {
    const other = decodeFromCompressedBase64(text, 32, true);
    this.#histogram.add(other);
    other.destroy();
  }

  /** The latency in milliseconds that a share `p` (0 … 1) of the samples does not exceed. */
  quantile(p: number): number {
    return this.#histogram.getValueAtPercentile(p * 100) / 1000;
  }

  /** [upper bound in milliseconds, samples above the bound before and up to it], for a picture. */
  distribution(): NonNullable<Measurement['distribution']> {
    let counted = 0;
    return steps.flatMap((share, index): [number, number][] => {
      const bound = this.quantile(share);
      const next = steps[index + 1];
      if (next !== undefined && this.quantile(next) === bound) return [];
      const upTo = Math.round(share * this.count);
      const bucket: [number, number] = [bound, upTo - counted];
      counted = upTo;
      return [bucket];
    });
  }

  /** Gives back memory that the garbage collector cannot see. */
  destroy(): void {
    this.#histogram.destroy();
  }
}
