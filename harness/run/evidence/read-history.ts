import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { HarnessError } from '../../contract/harness-error.ts';
import {
  historyFormat,
  HistoryHeaderSchema,
  HistoryRecordSchema,
  type History,
  type HistoryRecord,
} from '../../contract/history.ts';

/**
 * Reads a stored history. A last line cut short (the run was killed while writing it) is dropped; any other line
 * that does not fit throws `HISTORY_UNREADABLE` with its number, a foreign format `HISTORY_FORMAT`.
 */
export async function readHistory(path: string): Promise<History> {
  let header: History['header'] | undefined;
  const records: HistoryRecord[] = [];
  let broken: { line: number; message: string } | undefined;
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(path) })) {
      line += 1;
      if (broken !== undefined) throw unreadable(path, broken);
      try {
        const value: unknown = JSON.parse(text);
        if (header === undefined) header = readHeader(path, value);
        else records.push(HistoryRecordSchema.parse(value));
      } catch (error) {
        if (error instanceof HarnessError) throw error;
        broken = { line, message: error instanceof Error ? error.message : String(error) };
      }
    }
  } catch (cause) {
    if (cause instanceof HarnessError) throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new HarnessError('HISTORY_UNREADABLE', message, { where: path, cause });
  }
  if (header === undefined) {
    throw unreadable(path, broken ?? { line: 1, message: 'the file is empty' });
  }
  return { header, records };
}

function readHeader(path: string, value: unknown): History['header'] {
  const format: unknown = Reflect.get(Object(value), 'format');
  if (typeof format === 'number' && format !== historyFormat) {
    const version = String(Reflect.get(Object(value), 'tool_version'));
    const message = `history format ${format}, written by golden-path ${version}; this one reads format ${historyFormat}`;
    throw new HarnessError('HISTORY_FORMAT', message, { where: path });
  }
  return HistoryHeaderSchema.parse(value);
}

function unreadable(path: string, broken: { line: number; message: string }): HarnessError {
  const message = `line ${broken.line} is not a record of a history: ${broken.message.split('\n')[0] ?? ''}`;
  return new HarnessError('HISTORY_UNREADABLE', message, { where: `${path}:${broken.line}` });
}
