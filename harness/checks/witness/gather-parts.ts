import type { HistoryRecord } from '../../contract/history.ts';
import type { Evidence } from '../../contract/witness.ts';

/** Hands over every record of a history, in order; may be called again. */
export type EachRecord = (take: (record: HistoryRecord) => void) => void;

/**
 * Larger parts of a history are not judged again and again: the check's own evidence has to do. So it is with a burst,
 * which takes a thousand records to show and which nobody would read.
 */
const largestPart = 1_000;

/** The records that the evidence names, by number. */
export function gatherNamed(
  each: EachRecord,
  evidence: readonly Evidence[],
): Map<number, HistoryRecord> {
  const wanted = new Set(evidence.flatMap(({ records }) => records));
  const named = new Map<number, HistoryRecord>();
  each((record) => {
    if (wanted.has(record.n)) named.set(record.n, record);
  });
  return named;
}

/** One part that is being gathered; given up once it is too large. */
interface Part {
  readonly wants: (record: HistoryRecord) => boolean;
  records: HistoryRecord[];
  tooLarge: boolean;
}

/**
 * For each piece of evidence the parts of the history that may show it, smallest first: the records it names, then
 * what happened to their connections, then all that went over these, then everything.
 */
export function gatherParts<One extends Evidence>(
  each: EachRecord,
  evidence: readonly One[],
  named: ReadonlyMap<number, HistoryRecord>,
): Map<One, HistoryRecord[][]> {
  const partsOf = new Map(evidence.map((one) => [one, partsAround(one, named)] as const));
  const all = [...partsOf.values()].flat();
  if (all.length > 0) each((record) => offer(all, record));
  return new Map(
    [...partsOf].map(([one, parts]) => [
      one,
      parts.filter(({ tooLarge }) => !tooLarge).map(({ records }) => records),
    ]),
  );
}

function offer(parts: readonly Part[], record: HistoryRecord): void {
  for (const part of parts) {
    if (part.tooLarge || !part.wants(record)) continue;
    part.records.push(record);
    if (part.records.length <= largestPart) continue;
    part.tooLarge = true;
    part.records = [];
  }
}

function partsAround(evidence: Evidence, named: ReadonlyMap<number, HistoryRecord>): Part[] {
  const core = new Set(evidence.records);
  const connections = new Set(
    evidence.records.flatMap((n) => {
      const record = named.get(n);
      return record === undefined ? [] : (connectionOf(record) ?? []);
    }),
  );
  const isNear = (record: HistoryRecord): boolean => {
    const connection = connectionOf(record);
    return connection === undefined || connections.has(connection);
  };
  const part = (wants: Part['wants']): Part => ({ wants, records: [], tooLarge: false });
  return [
    part((record) => core.has(record.n)),
    part((record) => core.has(record.n) || (record.type !== 'frame' && isNear(record))),
    part(isNear),
    part(() => true),
  ];
}

function connectionOf(record: HistoryRecord): string | undefined {
  return 'connection' in record ? record.connection : undefined;
}
