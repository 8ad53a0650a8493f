import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const keptBytes = 4_096;
const keptLines = 20;

/** The last lines of a log, without colours; nothing where it cannot be read. */
export function readTail(path: string): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return '';
  }
  try {
    const { size } = fstatSync(file);
    const tail = Buffer.alloc(Math.min(size, keptBytes));
    readSync(file, tail, 0, tail.length, size - tail.length);
    const text = stripVTControlCharacters(tail.toString('utf8')).trimEnd();
    return text.split('\n').slice(-keptLines).join('\n');
  } finally {
    closeSync(file);
  }
}
