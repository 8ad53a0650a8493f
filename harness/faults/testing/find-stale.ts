import { isDeepStrictEqual } from 'node:util';
import { judgeHistory } from '../../checks/judge/judge-history.ts';
import type { CheckDeclaration } from '../../contract/check.ts';
import { referencePromises } from '../../targets/profiles/reference/promises.ts';
import { judgeCell } from '../matrix/judge-cell.ts';
import { tighten } from '../matrix/tighten.ts';
import { readRecording, recordedRow } from './recordings.ts';

/** Why the recording that is kept for a check no longer shows what the check must see, if so. */
export function findStale(check: CheckDeclaration): string | undefined {
  const row = recordedRow(check);
  if (row === undefined) return 'no fault of the table is owned by it and named as its proof';
  const history = readRecording(row);
  if (history === undefined) return `there is no recording of ${row.id}`;
  const { journey, promises } = history.header;
  if (journey !== row.journey.name) return `${row.id} was recorded on the journey ${journey}`;
  if (!isDeepStrictEqual(promises, tighten(referencePromises, row.promises))) {
    return `${row.id} was recorded under other promises`;
  }
  const { verdict, note } = judgeCell(row, judgeHistory(history));
  return verdict === 'caught' ? undefined : `${row.id} is ${verdict}: ${note ?? ''}`;
}
