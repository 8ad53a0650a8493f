import { describe, expect, it, test } from 'vitest';
import { checkTable } from '../checks/check-table.ts';
import { judgeHistory } from '../checks/judge/judge-history.ts';
import type { CheckDeclaration } from '../contract/check.ts';
import { judgeCell } from './matrix/judge-cell.ts';
import { findStale } from './testing/find-stale.ts';
import { needlessRecordings, readRecording, recordedRow } from './testing/recordings.ts';

/** A check that always passes. */
const blind = (check: CheckDeclaration): CheckDeclaration => ({
  ...check,
  open: () => ({ step() {}, end: () => ({ verdict: 'pass', exercised: 1, evidence: [] }) }),
});

describe('the history of a real strike is still judged as it was (else: npm run record:faults)', () => {
  it.each(checkTable)('$id', (check) => {
    expect(findStale(check)).toBeUndefined();
  });
});

describe('a check that always passes lets a recorded fault escape', () => {
  it.each(checkTable)('$id', (check) => {
    const row = recordedRow(check);
    const history = row === undefined ? undefined : readRecording(row);
    if (row === undefined || history === undefined) throw new Error(findStale(check));
    const results = judgeHistory(history, { checks: [blind(check)] });
    expect(judgeCell(row, results).verdict).toBe('missed');
  });
});

test('no recording is kept in vain', () => {
  expect(needlessRecordings(checkTable)).toEqual([]);
});
