import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { judgeHistory } from '../../checks/judge/judge-history.ts';
import { converse, drop } from '../../checks/testing/conversation.ts';
import { locateInFile } from './locate-in-file.ts';
import { locateInMemory } from './locate-in-memory.ts';
import { showOffsets } from './show-offsets.ts';

const folder = mkdtempSync(join(tmpdir(), 'offsets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { history } = converse({ alter: drop('tool_completed') });
const file = join(folder, 'history.ndjson');
const lines = [history.header, ...history.records].map((line) => JSON.stringify(line));
writeFileSync(file, `${lines.join('\n')}\n`);

it('every record of a witness stands at its byte of the stored history', () => {
  const bytes = readFileSync(file);
  const raw = showOffsets(judgeHistory(history), locateInFile(file)).flatMap(({ witnesses }) =>
    witnesses.flatMap((witness) => witness.raw),
  );
  expect(raw.length).toBeGreaterThan(0);
  for (const { n, offset = -1 } of raw) {
    const line = bytes.toString('utf8', offset, bytes.indexOf('\n', offset));
    expect(JSON.parse(line)).toMatchObject({ n });
  }
});

it('a history in memory has its records where its file will have them', () => {
  const all = new Set(history.records.map(({ n }) => n));
  expect(locateInMemory(history)(all)).toEqual(locateInFile(file)(all));
  expect(locateInMemory(history)(all).size).toBe(all.size);
});
