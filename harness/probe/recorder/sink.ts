import type { HistoryHeader, HistoryRecord } from '../../contract/history.ts';
import type { FrameReader } from './frame-reader.ts';

/** Where records go: a file, memory, or nothing at all (load). */
export interface RecordSink {
  begin(header: HistoryHeader): void;
  /** `reader` can read the frame that this record is of again, from its text alone. */
  record(record: HistoryRecord, reader?: FrameReader): void;
  /** Called when no frame waits to be read: the moment to write what was gathered, away from the frames. */
  flush?(): void;
  end(): void;
}
