import { readRecords } from './read-records.ts';
import type { Locate } from './show-offsets.ts';

/** Looks records up in a stored history. The function throws what `readRecords` throws. */
export function locateInFile(path: string): Locate {
  return (wanted) => {
    const offsets = new Map<number, number>();
    readRecords(path, ({ n }, offset) => {
      if (wanted.has(n)) offsets.set(n, offset);
    });
    return offsets;
  };
}
