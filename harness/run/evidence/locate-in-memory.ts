import type { History } from '../../contract/history.ts';
import type { Locate } from './show-offsets.ts';

/** Where the records of a history in memory stand once it is stored, a line each. */
export function locateInMemory({ header, records }: History): Locate {
  return (wanted) => {
    const offsets = new Map<number, number>();
    let offset = lengthOf(header);
    for (const record of records) {
      if (wanted.has(record.n)) offsets.set(record.n, offset);
      if (offsets.size === wanted.size) break;
      offset += lengthOf(record);
    }
    return offsets;
  };
}

function lengthOf(line: unknown): number {
  return Buffer.byteLength(JSON.stringify(line)) + 1;
}
