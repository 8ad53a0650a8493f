import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { ZodError } from 'zod';
import { HarnessError } from '../../contract/harness-error.ts';
import {
  historyFormat,
  HistoryHeaderSchema,
  HistoryRecordSchema,
  type HistoryHeader,
  type HistoryRecord,
} from '../../contract/history.ts';
import { isSoundFrame } from './is-sound-frame.ts';

const chunkBytes = 1024 * 1024;
const newline = 0x0a;
/** What the first two bytes of a gzip file (RFC 1952, section 2.3.1) are when they are read as text. */
const gzipMark = '\u001f\ufffd';
/** Lines that are parsed before they are handed over: one kind of work at a time is a fifth faster (measured). */
const batch = 128;

/** The first line of a stored history. Throws like `readRecords`. */
export function readHeader(path: string): HistoryHeader {
  let header: HistoryHeader | undefined;
  eachLine(path, (text) => {
    header = parseHeader(path, text);
    return false;
  });
  if (header === undefined) throw unreadable(path, { line: 1, message: 'the file is empty' });
  return header;
}

/**
 * Hands over the records of a stored history in constant memory. A last line cut short (the run was killed while
 * writing it) is dropped; with each goes the byte at which its line begins. Any other line that does not fit throws `HISTORY_UNREADABLE` with its number, a foreign
 * format `HISTORY_FORMAT`.
 */
export function readRecords(
  path: string,
  take: (record: HistoryRecord, offset: number) => void,
): void {
  let line = 0;
  let broken: { readonly line: number; readonly message: string } | undefined;
  const waiting: HistoryRecord[] = [];
  const offsets: number[] = [];
  const hand = (): void => {
    for (const [index, record] of waiting.entries()) take(record, offsets[index] ?? 0);
    waiting.length = 0;
    offsets.length = 0;
  };
  eachLine(path, (text, offset) => {
    line += 1;
    if (broken !== undefined) throw unreadable(path, broken);
    if (line === 1) return void parseHeader(path, text);
    try {
      waiting.push(parseRecord(text));
      offsets.push(offset);
    } catch (error) {
      broken = { line, message: describeMisfit(error) };
    }
    if (waiting.length >= batch) hand();
  });
  hand();
  if (line === 0) throw unreadable(path, { line: 1, message: 'the file is empty' });
}

/** Frames are nearly all there is; what is odd about one, the schema says. */
function parseRecord(text: string): HistoryRecord {
  const value: unknown = JSON.parse(text);
  return isSoundFrame(value) ? value : HistoryRecordSchema.parse(value);
}

function parseHeader(path: string, text: string): HistoryHeader {
  try {
    const value: unknown = JSON.parse(text);
    const format: unknown = Reflect.get(Object(value), 'format');
    if (typeof format === 'number' && format !== historyFormat) {
      const version = String(Reflect.get(Object(value), 'tool_version'));
      const message = `history format ${format}, written by golden-path ${version}; this one reads format ${historyFormat}`;
      throw new HarnessError('HISTORY_FORMAT', message, { where: path });
    }
    return HistoryHeaderSchema.parse(value);
  } catch (error) {
    if (error instanceof HarnessError) throw error;
    const message = text.startsWith(gzipMark)
      ? 'the file is compressed with gzip; unpack it first'
      : describeMisfit(error);
    throw unreadable(path, { line: 1, message });
  }
}

/** What of a line does not fit, in one line. */
function describeMisfit(error: unknown): string {
  if (error instanceof ZodError) {
    const { path, message } = error.issues[0] ?? { path: [], message: '' };
    return path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`;
  }
  return error instanceof Error ? error.message : String(error);
}

/** Calls `take` with each line and the byte at which it begins, until it gives `false`. */
function eachLine(path: string, take: (text: string, offset: number) => boolean | void): void {
  const file = open(path);
  try {
    let chunk: Buffer = Buffer.allocUnsafe(chunkBytes);
    /** Bytes at the beginning of the chunk that are the beginning of a line. */
    let kept = 0;
    /** Where the chunk begins in the file. */
    let base = 0;
    for (;;) {
      if (kept === chunk.length) chunk = Buffer.concat([chunk, Buffer.allocUnsafe(kept)]);
      const length = readSync(file, chunk, kept, chunk.length - kept, null);
      const bytes = chunk.subarray(0, kept + length);
      let start = 0;
      for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
        if (take(bytes.toString('utf8', start, end), base + start) === false) return;
        start = end + 1;
      }
      chunk.copyWithin(0, start, bytes.length);
      kept = bytes.length - start;
      base += start;
      if (length > 0) continue;
      if (kept > 0) take(chunk.toString('utf8', 0, kept), base);
      return;
    }
  } finally {
    closeSync(file);
  }
}

function open(path: string): number {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new HarnessError('HISTORY_UNREADABLE', message, { where: path, cause });
  }
  if (!fstatSync(file).isDirectory()) return file;
  closeSync(file);
  throw new HarnessError('HISTORY_UNREADABLE', 'this is a folder', { where: path });
}

function unreadable(path: string, broken: { line: number; message: string }): HarnessError {
  const message = `line ${broken.line} is not a record of a history: ${broken.message.split('\n')[0] ?? ''}`;
  return new HarnessError('HISTORY_UNREADABLE', message, { where: `${path}:${broken.line}` });
}
