import { describe, expect, test } from 'vitest';
import type { ExistingSuite } from '../../contract/existing-suite.ts';
import { judgeExisting } from './existing.ts';

const sound: ExistingSuite = {
  name: 'ours',
  command: 'npm test',
  ending: 'exit 0',
  duration_ms: 1_000,
  counts: { tests: 10, failed: 0, skipped: 1 },
  doubts: [],
  failures: [],
  last: { tests: 10, failed: 0, skipped: 1 },
};
const proof = { command: 'break', ending: 'exit 1', identical: false };
const red = { tests: 10, failed: 2, skipped: 1 };

test.each<[string, Partial<ExistingSuite>]>([
  ['a suite as it was the last time', {}],
  ['more tests than the last time', { counts: { tests: 12, failed: 0, skipped: 0 } }],
  ['a planted defect that turned a test red', { proof: { ...proof, counts: red } }],
])('%s passes', (_title, change) => {
  expect(judgeExisting([{ ...sound, ...change }])).toMatchObject([
    { id: 'existing:ours', required: true, verdict: 'pass' },
  ]);
});

test('the first run passes and says that nothing was there to compare with', () => {
  const { last: _, ...first } = sound;
  expect(judgeExisting([first])[0]).toMatchObject({
    verdict: 'pass',
    reason: expect.stringContaining('the first count'),
  });
});

describe('nothing below is ever a pass', () => {
  test.each<[string, 'fail' | 'unknown', Partial<ExistingSuite>, string]>([
    ['a red test', 'fail', { counts: red, failures: ['a › b'] }, '2 of 10 tests failed: a › b'],
    ['a red test and exit 0', 'fail', { counts: red }, '2 of 10 tests failed'],
    ['no test', 'unknown', { counts: { tests: 0, failed: 0, skipped: 0 } }, 'no test ran (exit 0)'],
    [
      'all skipped',
      'unknown',
      { counts: { tests: 3, failed: 0, skipped: 3 } },
      'all 3 tests were skipped',
    ],
    [
      'fewer tests',
      'fail',
      { counts: { tests: 8, failed: 0, skipped: 1 } },
      '2 tests are gone: 8 now, 10 the last time',
    ],
    [
      'more skips',
      'fail',
      { counts: { tests: 10, failed: 0, skipped: 4 } },
      '3 more tests are skipped',
    ],
    [
      'a red command with a green report',
      'unknown',
      { ending: 'exit 3' },
      'the command ended with exit 3',
    ],
    [
      'a doubt',
      'unknown',
      { doubts: ['r.xml is older than the run'] },
      'r.xml is older than the run',
    ],
    [
      'a defect that changes nothing',
      'unknown',
      { proof: { ...proof, identical: true, counts: sound.counts } },
      'it proves nothing',
    ],
    [
      'a defect that turns nothing red',
      'unknown',
      { proof: { ...proof, counts: { tests: 9, failed: 0, skipped: 1 } } },
      'it proves nothing',
    ],
    ['a defect that leaves no report', 'unknown', { proof }, 'it left no report'],
  ])('%s', (_title, verdict, change, reason) => {
    const [judged] = judgeExisting([{ ...sound, ...change }]);
    expect(judged).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
  });

  test('no report at all', () => {
    const { counts: _, ...blind } = sound;
    expect(judgeExisting([blind])).toMatchObject([{ verdict: 'unknown' }]);
  });
});
