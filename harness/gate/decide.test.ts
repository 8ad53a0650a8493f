import { expect, test } from 'vitest';
import type { Fragment } from '../contract/fragment.ts';
import type { Result } from '../contract/result.ts';
import type { Verdict } from '../contract/verdict.ts';
import { decideGate } from './decide.ts';

const value = { segment: 'everyone', goal: 'chat', impact: 'no answer' };

function checkOf(id: string, verdict: Verdict, level: 'MUST' | 'SHOULD' = 'MUST') {
  const title = id.toLowerCase();
  const none = { proven_by: [], left_green_by: [], witnesses: [], further_failures: 0 };
  return { id, title, level, requirement: title, verdict, exercised: 3, value, ...none };
}

function testOf(state: Fragment['state'], evidence?: Fragment['evidence']): Fragment {
  return {
    suite: 'mission-critical',
    test: `a test that ${state}`,
    file: 'a.test.ts',
    state,
    attempts: { k: 1, n: 1 },
    duration_ms: 5,
    ...(evidence === undefined ? {} : { evidence }),
  };
}

function resultOf(part: Partial<Result>): Result {
  const log = 'mission-critical.log';
  return {
    schema_version: 1,
    run_id: 'run',
    started_at: '2026-01-01T00:00:00.000Z',
    duration_ms: 1,
    tool: { name: 'golden-path', version: '0.0.0' },
    command: 'gate',
    target: 'reference',
    profile: 'reference',
    environment: { node: 'v24', platform: 'linux-x64', cpu: 'x', cores: 2, memory_mb: 1, ci: true },
    seed: 'seed',
    checks: [checkOf('PAIR-OPEN', 'pass')],
    measurements: [],
    tests: [testOf('passed')],
    suites: [{ name: 'mission-critical', ending: 'exit 0', duration_ms: 1, log }],
    timelines: [],
    ...part,
  };
}

function exitOf(part: Partial<Result>, strict = false): number {
  return decideGate(resultOf(part), { suites: ['mission-critical'], strict }).exit_code;
}

test('a suite that ran and checks that held are a pass', () => {
  expect(exitOf({})).toBe(0);
});

test('no test, no suite, or only skipped tests are never a pass', () => {
  expect(exitOf({ tests: [] })).toBe(2);
  expect(exitOf({ tests: [], suites: [], checks: [] })).toBe(2);
  expect(exitOf({ tests: [testOf('passed'), testOf('skipped')] })).toBe(2);
});

test('a test that does not apply is left out with its reason, and is no evidence by itself', () => {
  const leftOut = { ...testOf('skipped'), not_applicable: 'the page has no cancel button' };
  expect(exitOf({ tests: [testOf('passed'), leftOut] })).toBe(0);
  expect(exitOf({ tests: [leftOut] })).toBe(2);
  expect(exitOf({ tests: [testOf('passed'), leftOut, testOf('skipped')] })).toBe(2);
});

test('a runner that broke outside of its tests is unknown although every test passed', () => {
  const suites = [{ name: 'mission-critical', ending: 'SIGKILL', duration_ms: 1, log: 'a.log' }];
  expect(exitOf({ suites })).toBe(2);
});

test('a check that failed, or that met nothing, decides', () => {
  expect(exitOf({ checks: [checkOf('PAIR-OPEN', 'fail')] })).toBe(1);
  expect(exitOf({ checks: [checkOf('PAIR-OPEN', 'unknown')] })).toBe(2);
});

test('a SHOULD counts in strict mode only', () => {
  const checks = [checkOf('PAIR-OPEN', 'pass'), checkOf('LIFE-WORK', 'fail', 'SHOULD')];
  expect(exitOf({ checks })).toBe(0);
  expect(exitOf({ checks }, true)).toBe(1);
});

test('a test that passed only on retry is a failure', () => {
  expect(exitOf({ tests: [{ ...testOf('passed'), attempts: { k: 2, n: 2 } }] })).toBe(1);
});

test('a red test is told by its own red check, and not told twice', () => {
  const checks = [checkOf('PAIR-OPEN', 'fail')];
  const evidence = { covers: [], value, checks, measurements: [], histories: [] };
  const told = decideGate(resultOf({ checks, tests: [testOf('failed', evidence)] }), {
    suites: ['mission-critical'],
    strict: false,
  });
  const red = told.criteria.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
  expect(red).toEqual(['PAIR-OPEN']);
  expect(exitOf({ tests: [testOf('failed')] })).toBe(1);
});

test('a measurement over its limit is a failure, one without a limit is information', () => {
  const measurement = { id: 'm', title: 'm', unit: 'ms', value: 9, n: 5 } as const;
  expect(exitOf({ measurements: [{ ...measurement, limit: 5, verdict: 'fail' }] })).toBe(1);
  expect(exitOf({ measurements: [{ ...measurement, verdict: 'not-applicable' }] })).toBe(0);
});
