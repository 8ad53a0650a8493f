import type { HistoryRecord } from '../../contract/history.ts';
import type { Evidence, Witness } from '../../contract/witness.ts';

/** Characters of one record that a person reads; the whole is in the history. */
const shownCharacters = 400;

interface Wardrobe {
  readonly recall?: (n: number) => HistoryRecord | undefined;
  readonly source?: string;
}

/** Attaches raw bytes and the replay command to what a check knows of a failure. */
export function dressWitness({ recall, source }: Wardrobe) {
  return (checkId: string, evidence: Evidence): Witness => ({
    records: [...evidence.records],
    must: evidence.must,
    however: evidence.however,
    raw: evidence.records.flatMap((n) => {
      const record = recall?.(n);
      return record === undefined ? [] : [showRecord(record)];
    }),
    ...(source === undefined ? {} : { replay: `golden-path check ${source} --only ${checkId}` }),
  });
}

function showRecord(record: HistoryRecord): Witness['raw'][number] {
  const connection = 'connection' in record ? (record.connection ?? '') : '';
  return { n: record.n, connection, at: record.at, text: cut(textOf(record)) };
}

/** A frame shows its bytes; everything else shows the record without its stamp. */
function textOf(record: HistoryRecord): string {
  if (record.type === 'frame') return record.raw;
  const { n: _n, at: _at, wall: _wall, ...said } = record;
  return JSON.stringify(said);
}

function cut(text: string): string {
  return text.length <= shownCharacters ? text : `${text.slice(0, shownCharacters)}…`;
}
