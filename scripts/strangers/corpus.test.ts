import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { judgeHistory } from '../../harness/checks/judge/judge-history.ts';
import {
  HistoryHeaderSchema,
  HistoryRecordSchema,
  type History,
} from '../../harness/contract/history.ts';
import { demoPassword } from '../../harness/contract/demo-users.ts';
import { corpusFolder } from './record-corpus.ts';
import { strangerTable } from './stranger-table.ts';

function readCorpus(name: string): { text: string; history: History } {
  const text = gunzipSync(readFileSync(`${corpusFolder}${name}.ndjson.gz`)).toString('utf8');
  const [header, ...records] = text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  return {
    text,
    history: {
      header: HistoryHeaderSchema.parse(header),
      records: records.map((record) => HistoryRecordSchema.parse(record)),
    },
  };
}

test.each(strangerTable)(
  '$name: its recorded history is judged as on the day it was recorded',
  ({ name, known = {} }) => {
    const { text, history } = readCorpus(name);
    const stored = JSON.parse(readFileSync(`${corpusFolder}${name}.json`, 'utf8')) as object;
    const results = judgeHistory(history);
    const now = Object.fromEntries(results.map(({ id, verdict }) => [id, verdict]));
    // A check that is newer than the record is held to one thing: no alarm.
    expect(now).toMatchObject(stored);
    const failed = results
      .filter(({ verdict, level }) => verdict === 'fail' && level === 'MUST')
      .map(({ id }) => id);
    expect(failed).toEqual(Object.keys(known));
    expect(results.filter(({ verdict }) => verdict === 'pass').length).toBeGreaterThan(25);
    expect(text).not.toContain(demoPassword);
  },
);
