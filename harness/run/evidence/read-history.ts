import type { History, HistoryRecord } from '../../contract/history.ts';
import { readHeader, readRecords } from './read-records.ts';

/** Reads a whole stored history into memory. Rejects with what `readRecords` throws. */
export function readHistory(path: string): Promise<History> {
  return new Promise((resolve) => {
    const header = readHeader(path);
    const records: HistoryRecord[] = [];
    readRecords(path, (record) => records.push(record));
    resolve({ header, records });
  });
}
