import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  HistoryHeaderSchema,
  HistoryRecordSchema,
  type History,
} from '../../harness/contract/history.ts';
import { corpusFolder } from './record-corpus.ts';

/** Reads the recorded history of a stranger, and its text as it is stored. */
export function readCorpus(name: string): { text: string; history: History } {
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
