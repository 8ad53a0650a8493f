import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { HistoryHeader, HistoryRecord } from '../../contract/history.ts';
import type { RecordSink } from './sink.ts';

/** Characters that are written at once, whatever else waits to be read. */
const most = 64 * 1024;

/**
 * Writes NDJSON, one line per record, handed to the operating system as soon as there is nothing more to record: a
 * killed run leaves a readable history. What came in one batch is written in one, which saves most of what it costs.
 */
export class FileSink implements RecordSink {
  readonly #file: number;
  #lines = '';

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(path, 'w');
  }

  begin(header: HistoryHeader): void {
    this.#add(header);
    this.flush();
  }

  record(record: HistoryRecord): void {
    this.#add(record);
    if (this.#lines.length > most) this.flush();
  }

  flush(): void {
    const lines = this.#lines;
    if (lines === '') return;
    this.#lines = '';
    writeFileSync(this.#file, lines);
  }

  end(): void {
    this.flush();
    closeSync(this.#file);
  }

  #add(value: HistoryHeader | HistoryRecord): void {
    this.#lines += `${JSON.stringify(value)}\n`;
  }
}
