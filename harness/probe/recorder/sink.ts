import type { HistoryHeader, HistoryRecord } from '../../contract/history.ts';

/** Where records go: a file, memory, or nothing at all (load). */
export interface RecordSink {
  begin(header: HistoryHeader): void;
  record(record: HistoryRecord): void;
  end(): void;
}
