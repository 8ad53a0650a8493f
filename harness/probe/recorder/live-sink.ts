import { createJudge, type Judge } from '../../checks/judge/judge.ts';
import type { CheckResult } from '../../contract/check-result.ts';
import type { HistoryHeader, HistoryRecord } from '../../contract/history.ts';
import type { FrameReader } from './frame-reader.ts';
import { RecordRing } from './record-ring.ts';
import type { RecordSink } from './sink.ts';

/** Records of each connection that are kept, in case that the next one shows a failure: all of a turn of five events. */
const keptPerConnection = 8;

/** Everything that happens beside the connections: what was planted, what the harness noticed. */
const nowhere = '';

/**
 * Judges every record as it comes and keeps of each connection only the latest ones: a load, or a watch of days, costs
 * no more memory than its connections. Where a check fails, what is kept of that connection goes to `kept`, once.
 */
export class LiveSink implements RecordSink {
  readonly #kept: RecordSink | undefined;
  readonly #rings = new Map<string, RecordRing>();
  #judge: Judge | undefined;
  #last: RecordRing | undefined;
  #lastName: string | undefined;

  constructor(kept?: RecordSink) {
    this.#kept = kept;
  }

  begin(header: HistoryHeader): void {
    this.#judge = createJudge(header.promises, {
      recall: (n) => this.#recall(n),
      failed: (record) => this.#keep(record),
    });
    this.#kept?.begin(header);
  }

  record(record: HistoryRecord, reader?: FrameReader): void {
    this.#ringOf(record).push(record, reader);
    this.#judge?.step(record);
  }

  flush(): void {
    this.#kept?.flush?.();
  }

  end(): void {
    this.#kept?.end();
  }

  /** Call once, after the last record. */
  results(): CheckResult[] {
    return this.#judge?.end() ?? [];
  }

  #keep(record: HistoryRecord): void {
    if (this.#kept !== undefined) this.#ringOf(record).flush(this.#kept);
  }

  #ringOf(record: HistoryRecord): RecordRing {
    const name = 'connection' in record ? (record.connection ?? nowhere) : nowhere;
    if (this.#last !== undefined && this.#lastName === name) return this.#last;
    let ring = this.#rings.get(name);
    if (ring === undefined) this.#rings.set(name, (ring = new RecordRing(name, keptPerConnection)));
    this.#last = ring;
    this.#lastName = name;
    return ring;
  }

  #recall(n: number): HistoryRecord | undefined {
    for (const ring of this.#rings.values()) {
      const record = ring.find(n);
      if (record !== undefined) return record;
    }
    return undefined;
  }
}
