import { createJudge, type Judge } from '../../checks/judge/judge.ts';
import type { CheckResult } from '../../contract/check-result.ts';
import type { HistoryHeader, HistoryRecord } from '../../contract/history.ts';
import type { RecordSink } from '../../probe/recorder/sink.ts';

/** Judges every record as it goes by; of the records themselves it keeps only the latest, for witnesses. */
export class JudgeSink implements RecordSink {
  readonly #ring: HistoryRecord[] = [];
  readonly #kept: number;
  #judge: Judge | undefined;

  /** @param kept Records whose bytes a witness can still show (4,096). */
  constructor(kept = 4096) {
    this.#kept = kept;
  }

  begin({ promises }: HistoryHeader): void {
    this.#judge = createJudge(promises, { recall: (n) => this.#recall(n) });
  }

  record(record: HistoryRecord): void {
    this.#ring[record.n % this.#kept] = record;
    this.#judge?.step(record);
  }

  end(): void {}

  /** Call once, after the last record. */
  results(): CheckResult[] {
    return this.#judge?.end() ?? [];
  }

  #recall(n: number): HistoryRecord | undefined {
    const record = this.#ring[n % this.#kept];
    return record?.n === n ? record : undefined;
  }
}
