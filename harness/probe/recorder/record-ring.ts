import type { HistoryRecord } from '../../contract/history.ts';
import type { FrameReader } from './frame-reader.ts';
import { isPlain, KeptFrame } from './kept-frame.ts';
import type { RecordSink } from './sink.ts';

/** The latest records of one connection. */
export class RecordRing {
  readonly #connection: string;
  readonly #capacity: number;
  /** At each place a plain frame, or else a whole record. */
  readonly #frames: (KeptFrame | undefined)[] = [];
  readonly #records: (HistoryRecord | undefined)[] = [];
  #next = 0;
  /** Records up to this number were flushed already. */
  #flushed = -1;

  constructor(connection: string, capacity: number) {
    this.#connection = connection;
    this.#capacity = capacity;
  }

  /** `reader` can read what was received again. */
  push(record: HistoryRecord, reader: FrameReader | undefined): void {
    const place = this.#next;
    this.#next = place + 1 === this.#capacity ? 0 : place + 1;
    const plain = record.type === 'frame' && isPlain(record, reader);
    this.#records[place] = plain ? undefined : record;
    if (plain) (this.#frames[place] ??= new KeptFrame()).take(record, reader);
  }

  find(n: number): HistoryRecord | undefined {
    for (let place = 0; place < this.#records.length; place += 1) {
      if (this.#numberAt(place) === n) return this.#describe(place);
    }
    return undefined;
  }

  /** Hands over what was not handed over before, oldest first. */
  flush(sink: RecordSink): void {
    const { length } = this.#records;
    for (let step = 0; step < length; step += 1) {
      const place = (this.#next + step) % length;
      if (this.#numberAt(place) <= this.#flushed) continue;
      const record = this.#describe(place);
      if (record === undefined) continue;
      this.#flushed = record.n;
      sink.record(record);
    }
  }

  #numberAt(place: number): number {
    return this.#records[place]?.n ?? this.#frames[place]?.n ?? -1;
  }

  #describe(place: number): HistoryRecord | undefined {
    return this.#records[place] ?? this.#frames[place]?.describe(this.#connection);
  }
}
