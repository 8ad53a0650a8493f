import type { CheckDeclaration } from '../../contract/check.ts';
import type { History, HistoryRecord } from '../../contract/history.ts';
import type { Evidence } from '../../contract/witness.ts';
import { createJudge } from '../judge/judge.ts';
import { minimise } from './minimise.ts';

/**
 * Larger parts of a history are not judged again and again: the check's own evidence has to do. So it is with a burst,
 * which takes a thousand records to show and which nobody would read.
 */
const largestPart = 1_000;

/**
 * The smallest sub-history that still fails this check, found by judging parts again: first the records the check
 * names, then what surrounds them on their connections, then everything up to them.
 */
export function shrinkWitness(
  history: History,
  check: CheckDeclaration,
  evidence: Evidence,
): readonly number[] {
  const fails = (part: readonly HistoryRecord[]): boolean => judgeAlone(history, check, part);
  for (const part of partsAround(history, evidence)) {
    if (part.length > 0 && part.length <= largestPart && fails(part)) {
      return minimise(part, fails).map(({ n }) => n);
    }
  }
  return evidence.records;
}

function judgeAlone(
  { header }: History,
  check: CheckDeclaration,
  part: readonly HistoryRecord[],
): boolean {
  const judge = createJudge(header.promises, { checks: [check] });
  for (const record of part) judge.step(record);
  return judge.end()[0]?.verdict === 'fail';
}

function* partsAround({ records }: History, evidence: Evidence): Iterable<HistoryRecord[]> {
  const named = new Set(evidence.records);
  const core = records.filter(({ n }) => named.has(n));
  yield core;
  const connections = new Set(core.flatMap((record) => connectionOf(record) ?? []));
  const isNear = (record: HistoryRecord): boolean => {
    const connection = connectionOf(record);
    return connection === undefined || connections.has(connection);
  };
  yield records.filter(
    (record) => named.has(record.n) || (record.type !== 'frame' && isNear(record)),
  );
  yield records.filter(isNear);
  yield [...records];
}

function connectionOf(record: HistoryRecord): string | undefined {
  return 'connection' in record ? record.connection : undefined;
}
