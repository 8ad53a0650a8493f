import type { History, HistoryRecord } from '../../contract/history.ts';

/**
 * One history of two that happened at the same time, the second `delayMs` later; judged by the promises of the first.
 * Their users, connections and runs must differ. It was watched until both had ended.
 */
export function interleave(first: History, second: History, delayMs: number): History {
  const later = second.records.map((record) => ({ ...record, at: record.at + delayMs }));
  const all: HistoryRecord[] = [...first.records, ...later];
  const ordered = all
    .filter(({ type }) => type !== 'end')
    .toSorted((left, right) => left.at - right.at);
  const ends = all
    .filter(({ type }) => type === 'end')
    .toSorted((left, right) => left.at - right.at);
  const last = ends.at(-1);
  const records = last === undefined ? ordered : [...ordered, last];
  return { header: first.header, records: records.map((record, n) => ({ ...record, n })) };
}
