import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ExistingSuite } from '../../harness/contract/existing-suite.ts';
import { judgeSuite } from '../../harness/gate/criteria/existing.ts';

const page = readFileSync('docs/gate.md', 'utf8');

const sound: ExistingSuite = {
  name: 'ours',
  command: 'pytest',
  ending: 'exit 0',
  duration_ms: 1_000,
  counts: { tests: 10, failed: 0, skipped: 1 },
  doubts: [],
  failures: [],
  last: { tests: 10, failed: 0, skipped: 1 },
};
const counts = (tests: number, failed: number, skipped: number) => ({
  counts: { tests, failed, skipped },
});
const doubt = { doubts: ['as its reader says'] };

/** The rows of the page, by how they begin. */
const rows: readonly [string, Partial<ExistingSuite>][] = [
  ['a red test', counts(10, 1, 1)],
  ['fewer tests', counts(9, 0, 1)],
  ['more skipped', counts(10, 0, 2)],
  ['no test', counts(0, 0, 0)],
  ['all tests skipped', counts(10, 0, 10)],
  ['no report', doubt],
  ['a report that is older', doubt],
  ['a test that took', doubt],
  ['a command that failed', { ending: 'exit 1' }],
  [
    'with a planted defect',
    { proof: { command: 'x', ending: 'exit 0', identical: true, ...counts(10, 0, 1) } },
  ],
];

test('the page says of each run of an existing suite what the gate says', () => {
  const told = [...page.matchAll(/^\| (.+?) +\| (fail|unknown) +\|$/gm)].map(
    ([, what, verdict]) => {
      const facts = rows.find(([begins]) => what?.startsWith(begins))?.[1];
      if (facts === undefined) return `${what}: no row of this test begins like that`;
      const judged = judgeSuite({ ...sound, ...facts }).verdict;
      return judged === verdict ? 'as the page says' : `${what}: ${judged}`;
    },
  );
  expect(told).toEqual(rows.map(() => 'as the page says'));
});
