import type { HistoryRecord } from '../../contract/history.ts';
import type { RecordSink } from './sink.ts';

/** The latest records of one connection. */
export class RecordRing {
  readonly #capacity: number;
  readonly #records: HistoryRecord[] = [];
  #next = 0;
  /** Records up to this number were flushed already. */
  #flushed = -1;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  push(record: HistoryRecord): void {
    this.#records[this.#next] = record;
    this.#next = this.#next + 1 === this.#capacity ? 0 : this.#next + 1;
  }

  find(n: number): HistoryRecord | undefined {
    return this.#records.find((record) => record.n === n);
  }

  /** Hands over what was not handed over before, oldest first. */
  flush(sink: RecordSink): void {
    const { length } = this.#records;
    for (let step = 0; step < length; step += 1) {
      const record = this.#records[(this.#next + step) % length];
      if (record === undefined || record.n <= this.#flushed) continue;
      this.#flushed = record.n;
      sink.record(record);
    }
  }
}
