import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { passingResult } from '../report/test-support/sample-results.ts';
import { parseReportOrder, writeReports } from './write-reports.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-path-reports-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a report that cannot be written is told, and neither the others nor the verdict suffer', () => {
  mkdirSync(join(folder, 'taken'));
  const before = JSON.stringify(passingResult);
  const orders = [`junit=${join(folder, 'taken')}`, `json=${join(folder, 'deep', 'result.json')}`];
  const failures = writeReports(passingResult, orders.map(parseReportOrder));
  expect(failures).toMatchObject([{ code: 'REPORTER_FAILED', where: join(folder, 'taken') }]);
  expect(failures[0]?.message).toContain('junit: ');
  const written: unknown = JSON.parse(readFileSync(join(folder, 'deep', 'result.json'), 'utf8'));
  expect(written).toMatchObject({ gate: { verdict: 'pass', exit_code: 0 } });
  expect(JSON.stringify(passingResult)).toBe(before);
});
