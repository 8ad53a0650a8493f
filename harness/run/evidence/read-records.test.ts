import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { converse } from '../../checks/testing/conversation.ts';
import { judgeHistory } from '../../checks/judge/judge-history.ts';
import { judgeEach } from '../../checks/judge/judge-each.ts';
import { drop } from '../../checks/testing/conversation.ts';
import type { HistoryRecord } from '../../contract/history.ts';
import { readHeader, readRecords } from './read-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'records-'));
afterAll(() => rmSync(folder, { recursive: true }));

function store(name: string, lines: readonly unknown[], last = '\n'): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n') + last);
  return path;
}

function read(path: string): HistoryRecord[] {
  const records: HistoryRecord[] = [];
  readRecords(path, (record) => records.push(record));
  return records;
}

const { history } = converse({ alter: drop('tool_completed') });
const [first, ...others] = history.records;

describe('a stored history', () => {
  it('comes back as it was, however long its lines are', () => {
    const long = { ...history.records.at(-2), n: 0, raw: 'ä'.repeat(1_500_000) } as HistoryRecord;
    const path = store('long.ndjson', [history.header, long, ...others]);
    expect(readHeader(path)).toEqual(history.header);
    expect(read(path)).toEqual([long, ...others]);
  });

  it('that is still compressed is refused in words, and not with its bytes', () => {
    const path = join(folder, 'packed.ndjson.gz');
    writeFileSync(path, gzipSync(JSON.stringify(history.header)));
    expect(() => readHeader(path)).toThrow(/compressed with gzip; unpack it first/u);
  });

  it('is judged line by line as it is judged in memory, witnesses included', () => {
    const path = store('judged.ndjson', [history.header, ...history.records]);
    const streamed = judgeEach(readHeader(path).promises, (take) => readRecords(path, take));
    expect(JSON.stringify(streamed)).toBe(JSON.stringify(judgeHistory(history)));
  });

  it('may end in the middle of a line', () => {
    const path = store('cut.ndjson', [history.header, first], '\n{"type":"fra');
    expect(read(path)).toEqual([first]);
  });

  it.each([
    ['a kind nobody knows', { ...others[0], events: [{ kind: 'agent_flew' }] }],
    ['no bytes', { ...others[0], raw: undefined }],
    ['an unknown type', { type: 'wish', n: 1 }],
  ])('is refused with the number of a line with %s', (_title, broken) => {
    const path = store('broken.ndjson', [history.header, first, broken, first]);
    expect(() => read(path)).toThrow(expect.objectContaining({ where: `${path}:3` }) as Error);
  });

  it('is refused where it is empty', () => {
    expect(() => read(store('empty.ndjson', [], ''))).toThrow(/the file is empty/);
  });
});
