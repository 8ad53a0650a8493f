import type { z } from 'zod';
import { HarnessError } from '../../contract/harness-error.ts';

/** One kind of record file: its name on the first line, and the shape of every line after it. */
export interface RecordFormat<Entry> {
  readonly name: string;
  readonly version: number;
  readonly schema: z.ZodType<Entry>;
}

/**
 * Writes a record: a line that names the format, then one JSON object a line, sorted. Two branches that change
 * different entries change different lines, and a merge of them is what a fresh recording would give.
 */
export function formatRecord<Entry>(
  format: RecordFormat<Entry>,
  entries: readonly Entry[],
): string {
  const lines = entries.map((entry) => JSON.stringify(format.schema.parse(entry)));
  const header = JSON.stringify({ format: format.name, version: format.version });
  return `${[header, ...[...new Set(lines)].toSorted()].join('\n')}\n`;
}

/**
 * Reads a record. Throws HarnessError AUDIT_RECORD_INVALID on another format or version, merge markers, double
 * entries and lines that are no entry: a record that is guessed at proves nothing.
 */
export function parseRecord<Entry>(
  format: RecordFormat<Entry>,
  text: string,
  path: string,
): Entry[] {
  const refuse = (line: number, message: string): never => {
    const where = `${path}:${line}`;
    throw new HarnessError('AUDIT_RECORD_INVALID', `${where}: ${message}`, { where });
  };
  const [header = '', ...lines] = text.split(/\r?\n/);
  const expected = JSON.stringify({ format: format.name, version: format.version });
  if (header !== expected) refuse(1, `the first line must be ${expected}`);
  const seen = new Set<string>();
  return lines.flatMap((line, index) => {
    if (line === '') return [];
    const at = index + 2;
    if (/^(<{7}|={7}|>{7}|\|{7})/.test(line)) refuse(at, 'an unresolved merge conflict');
    if (seen.has(line)) refuse(at, 'stands twice');
    seen.add(line);
    const entry = format.schema.safeParse(parseJson(line));
    return entry.success ? [entry.data] : refuse(at, 'not an entry of this record');
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
