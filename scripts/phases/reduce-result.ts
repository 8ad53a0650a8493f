import type { Fragment } from '../../harness/contract/fragment.ts';
import type { Result } from '../../harness/contract/result.ts';

/** Witnesses kept per check: one is enough to tell a reader why. */
const witnesses = 1;

/**
 * A result small enough to commit, from which every criterion is judged as from the whole: pictures, raw bytes and
 * what no criterion reads are left out.
 */
export function reduceResult(result: Result): Result {
  const { audit, kill_matrix: matrix, ...rest } = result;
  return {
    ...rest,
    checks: result.checks.map((check) => ({
      ...check,
      witnesses: check.witnesses.slice(0, witnesses).map((witness) => ({ ...witness, raw: [] })),
      further_failures: check.further_failures + Math.max(0, check.witnesses.length - witnesses),
    })),
    tests: result.tests.map(reduceTest),
    measurements: result.measurements.map((measured) => omit(measured, 'distribution')),
    timelines: [],
    ...(audit === undefined
      ? {}
      : { audit: { ...audit, surfaces: [], read: { ...audit.read, problems: [] } } }),
    ...(matrix === undefined
      ? {}
      : {
          kill_matrix: {
            ...matrix,
            faults: matrix.faults.map((cell) => ({ ...cell, note: '' })),
          },
        }),
  };
}

/** Checks of a single test that a criterion reads one by one; the others are read merged. */
const readOneByOne = /^(LIFE|PAIR)-/;

function reduceTest(test: Fragment): Fragment {
  const { evidence } = test;
  if (evidence === undefined) return test;
  const checks = evidence.checks
    .filter(({ id, verdict }) => readOneByOne.test(id) || verdict === 'fail')
    .map((check) => ({
      ...omit(check, 'counts'),
      title: '',
      requirement: '',
      proven_by: [],
      left_green_by: [],
      value: { segment: '-', goal: '-', impact: '-' },
    }));
  return { ...test, evidence: { ...evidence, checks, measurements: [] } };
}

function omit<Value extends object>(value: Value, key: keyof Value): Value {
  const copy = { ...value };
  Reflect.deleteProperty(copy, key);
  return copy;
}
