import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { flakyTests } from '../report/test-support/sample-tests.ts';
import { findRunsUnderWay } from './find-runs-under-way.ts';
import { writeFragment } from './suites/write-fragment.ts';

let reports: string;
const id = '2026-11-20-180412-0a1b2c';

beforeEach(() => {
  reports = mkdtempSync(join(tmpdir(), 'golden-path-under-way-'));
  mkdirSync(join(reports, id));
  mkdirSync(join(reports, 'baselines'));
  for (const fragment of flakyTests) writeFragment(join(reports, id), fragment);
});
afterEach(() => rmSync(reports, { recursive: true, force: true }));

test('a run that goes on is told with what it has finished', () => {
  const failed = ['mission-critical > a failing tool is still completed'];
  expect(findRunsUnderWay(reports)).toEqual([{ id, finished: flakyTests.length, failed }]);
});

test('a run that has its result is over', () => {
  writeFileSync(join(reports, id, 'result.json'), '{}');
  expect(findRunsUnderWay(reports)).toEqual([]);
});

test('a run that has been silent for long was killed', () => {
  expect(findRunsUnderWay(reports, Date.now() + 3_600_000)).toEqual([]);
});

test('where there are no reports there is no run', () => {
  expect(findRunsUnderWay(join(reports, 'nowhere'))).toEqual([]);
});
