import type { History, HistoryHeader, HistoryRecord } from '../../contract/history.ts';
import type { RecordSink } from './sink.ts';

/** Keeps the whole history in memory. */
export class MemorySink implements RecordSink {
  #header: HistoryHeader | undefined;
  readonly #records: HistoryRecord[] = [];

  begin(header: HistoryHeader): void {
    this.#header = header;
  }

  record(record: HistoryRecord): void {
    this.#records.push(record);
  }

  end(): void {}

  get history(): History {
    if (this.#header === undefined) throw new TypeError('a history is read after it began');
    return { header: this.#header, records: this.#records };
  }
}
