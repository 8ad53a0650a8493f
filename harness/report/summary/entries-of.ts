import type { CheckResult } from '../../contract/check-result.ts';
import type { Fragment } from '../../contract/fragment.ts';
import type { CriterionResult } from '../../contract/gate.ts';
import type { Measurement } from '../../contract/measurement.ts';
import type { Result } from '../../contract/result.ts';
import { plural } from '../text/plural.ts';
import type { Entry } from './entry.ts';
import { limitText, valueText } from './measured.ts';
import { standingOf, type Standing } from './standing.ts';

/** Every verdict of a result: criteria first, then what they rest on. */
export function entriesOf(result: Result): Entry[] {
  return [
    ...(result.gate?.criteria ?? []).map(criterionEntry),
    ...result.checks.map(checkEntry),
    ...result.measurements.map(measurementEntry),
    ...result.tests.map(testEntry),
  ];
}

function criterionEntry(criterion: CriterionResult): Entry {
  const standing = standingOf(criterion.verdict, criterion.required);
  return {
    kind: 'criterion',
    id: criterion.id,
    title: criterion.title,
    standing,
    ...(standing === 'pass' ? {} : { reason: criterion.reason }),
    ...(criterion.next === undefined ? {} : { next: criterion.next }),
  };
}

function checkEntry(check: CheckResult): Entry {
  const reason = checkReason(check);
  return {
    kind: 'check',
    id: check.id,
    title: check.title,
    standing: standingOf(check.verdict, check.level === 'MUST'),
    ...(reason === undefined ? {} : { reason }),
  };
}

function checkReason(check: CheckResult): string | undefined {
  const [first] = check.witnesses;
  if (check.verdict !== 'fail' || first === undefined) return check.reason;
  const more = check.witnesses.length - 1 + check.further_failures;
  return `${first.must} ${first.however}${more === 0 ? '' : ` (and ${plural(more, 'more failure')})`}`;
}

function measurementEntry(measurement: Measurement): Entry {
  const standing = standingOf(measurement.verdict, true);
  const against = measurement.limit === undefined ? '' : `, limit ${limitText(measurement)}`;
  const reason = measurement.reason ?? `measured ${valueText(measurement)}${against}`;
  return {
    kind: 'measurement',
    id: measurement.id,
    title: measurement.title,
    standing,
    ...(standing === 'pass' ? {} : { reason }),
  };
}

/** A skipped test proves nothing, unless there is nothing to prove; and one that needed a second attempt is a failure with a softer voice. */
function testStanding(test: Fragment): Standing {
  if (test.cut_short !== undefined) return 'unknown';
  if (test.state === 'skipped') return test.not_applicable === undefined ? 'unknown' : 'none';
  return test.state === 'failed' || test.attempts.k > 1 ? 'fail' : 'pass';
}

function testReason(test: Fragment): string | undefined {
  if (test.cut_short !== undefined) return `Cut short, so it proves nothing: ${test.cut_short}.`;
  if (test.state === 'skipped') return test.not_applicable ?? 'Skipped, so it proves nothing.';
  if (test.state === 'failed') return test.error ?? 'Failed without a message.';
  if (test.attempts.k === 1) return undefined;
  return `Flaky: passed only on attempt ${String(test.attempts.k)} of ${String(test.attempts.n)}.`;
}

export function testEntry(test: Fragment): Entry {
  const reason = testReason(test);
  return {
    kind: 'test',
    id: `${test.suite} > ${test.test}`,
    title: test.test,
    standing: testStanding(test),
    file: test.file,
    ...(reason === undefined ? {} : { reason }),
  };
}
