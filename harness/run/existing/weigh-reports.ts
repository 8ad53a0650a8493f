import type { ExistingSuite } from '../../contract/existing-suite.ts';
import type { JunitCase, JunitReport } from './junit/read-junit.ts';

/** A test cannot have taken longer than the command; runners round, and begin to count before or after. */
const slackSeconds = 2;
const shownFailures = 20;

export type Weighed = Pick<ExistingSuite, 'doubts' | 'failures'> & {
  readonly counts: NonNullable<ExistingSuite['counts']>;
};

/** Adds up what the reports say and names what in them is impossible. `wallSeconds`: how long the command took. */
export function weighReports(reports: readonly JunitReport[], wallSeconds: number): Weighed {
  const cases = reports.flatMap((report) => report.cases);
  const failed = cases.filter(({ state }) => state === 'failed' || state === 'flaky');
  const tests = reports.reduce((sum, { cases: own, declared }) => {
    // Some runners count a case once that they write twice, or write what they never ran.
    return sum + Math.min(own.length, declared.tests ?? own.length);
  }, 0);
  const untold = reports.reduce(
    (sum, { cases: own, declared }) =>
      sum +
      Math.max(0, (declared.failed ?? 0) - own.filter(({ state }) => state === 'failed').length),
    0,
  );
  return {
    counts: {
      tests,
      failed: Math.min(tests, failed.length + untold),
      skipped: cases.filter(({ state }) => state === 'skipped').length,
    },
    failures: failed.slice(0, shownFailures).map(describe),
    doubts: [...reports.flatMap(findLostCases), ...findImpossible(cases, wallSeconds)],
  };
}

function describe({ name, state }: JunitCase): string {
  return state === 'flaky' ? `${name} (passed only on retry)` : name;
}

function findLostCases({ cases, declared: { tests = 0 } }: JunitReport): string[] {
  if (tests <= cases.length) return [];
  return [`a report says that it holds ${tests} tests, and holds ${cases.length}`];
}

function findImpossible(cases: readonly JunitCase[], wallSeconds: number): string[] {
  const odd = cases.find(({ seconds = 0 }) => Number.isNaN(seconds) || seconds < 0);
  if (odd !== undefined) return [`"${odd.name}" took a time that cannot be`];
  const endless = cases.find(({ seconds = 0 }) => seconds > wallSeconds + slackSeconds);
  if (endless === undefined) return [];
  const told = `"${endless.name}" took ${endless.seconds ?? 0} s`;
  return [`${told}, and the whole command only ${wallSeconds.toFixed(1)} s`];
}
