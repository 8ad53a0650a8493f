import type { Fragment } from '../../contract/fragment.ts';

const value = {
  segment: 'every customer',
  goal: 'an answer to each question',
  impact: 'the product does nothing',
};

function test(suite: string, name: string, duration: number): Fragment {
  return {
    suite,
    test: name,
    file: `suites/${suite}/${suite}.test.ts`,
    state: 'passed',
    attempts: { k: 1, n: 1 },
    duration_ms: duration,
    evidence: { covers: [], value, checks: [], measurements: [], histories: [] },
  };
}

export const passingTests: readonly Fragment[] = [
  test('mission-critical', 'five critical events reach eight interleaved users', 2310),
  test('mission-critical', 'a failing tool is still completed', 340),
  test('ssot-compliance', 'exactly one dispatcher, one factory, one bridge', 820),
  test('performance-regression', 'first event within its budget', 9100),
  test('staging', 'log in, ask, see the five events and the answer', 4120),
];

/** The same tests: one failed, one needed a second attempt. */
export const flakyTests: readonly Fragment[] = passingTests.map((passing, index) => {
  if (index === 1) {
    return {
      ...passing,
      state: 'failed',
      error: 'PAIR-OPEN is fail: expected <pass> & got "fail"',
    };
  }
  return index === 3 ? { ...passing, attempts: { k: 2, n: 3 } } : passing;
});
