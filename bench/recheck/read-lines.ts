import { closeSync, openSync, readSync } from 'node:fs';

const chunkBytes = 1024 * 1024;
const newline = 0x0a;

/** Calls `take` with each line of a file, in constant memory. */
export function readLines(path: string, take: (line: string) => void): void {
  const file = openSync(path, 'r');
  const chunk = Buffer.allocUnsafe(chunkBytes);
  let rest = Buffer.alloc(0);
  try {
    for (;;) {
      const length = readSync(file, chunk, 0, chunkBytes, null);
      if (length === 0) break;
      const buffer =
        rest.length === 0
          ? chunk.subarray(0, length)
          : Buffer.concat([rest, chunk.subarray(0, length)]);
      let start = 0;
      for (let end = buffer.indexOf(newline); end >= 0; end = buffer.indexOf(newline, start)) {
        take(buffer.toString('utf8', start, end));
        start = end + 1;
      }
      rest = Buffer.from(buffer.subarray(start));
    }
    if (rest.length > 0) take(rest.toString('utf8'));
  } finally {
    closeSync(file);
  }
}
