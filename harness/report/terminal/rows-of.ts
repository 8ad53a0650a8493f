import type { CheckResult } from '../../contract/check-result.ts';
import type { Fragment } from '../../contract/fragment.ts';
import type { CriterionResult } from '../../contract/gate.ts';
import type { Measurement } from '../../contract/measurement.ts';
import { intervalText, limitText, valueText } from '../summary/measured.ts';
import { countsText, countStandings } from '../summary/count-standings.ts';
import { testEntry } from '../summary/entries-of.ts';
import { isNotYetRequired } from '../summary/is-not-yet-required.ts';
import { standingOf, standings } from '../summary/standing.ts';
import { formatCount } from '../text/format-count.ts';
import type { Row } from './row.ts';

/** A check is a number against its limit, or a count of failures; `n` says how often it met what it judges. */
export function checkRow(check: CheckResult): Row {
  const failures = check.witnesses.length + check.further_failures;
  const scored = check.verdict === 'pass' || check.verdict === 'fail';
  const standing = standingOf(check.verdict, check.level === 'MUST');
  if (scored && check.measured !== undefined) {
    return { ...measurementRow(check.measured), standing, id: check.id };
  }
  return {
    standing,
    id: check.id,
    value: scored ? `${formatCount(failures)} broken` : (check.reason ?? ''),
    limit: '',
    n: check.exercised === 0 ? '' : formatCount(check.exercised),
  };
}

export function measurementRow(measurement: Measurement): Row {
  return {
    standing: standingOf(measurement.verdict, true),
    id: measurement.id,
    value: [valueText(measurement), intervalText(measurement)].filter(Boolean).join(' '),
    short: valueText(measurement),
    limit: limitText(measurement),
    n: formatCount(measurement.n),
  };
}

export function criterionRow(criterion: CriterionResult): Row {
  return {
    standing: standingOf(criterion.verdict, criterion.required),
    id: criterion.id,
    value: isNotYetRequired(criterion) ? `not yet required: ${criterion.reason}` : criterion.reason,
    limit: '',
    n: '',
  };
}

/** One row per suite, as bad as its worst test. */
export function suiteRows(tests: readonly Fragment[]): Row[] {
  return [...Map.groupBy(tests, (test) => test.suite)].map(([suite, members]) => {
    const counts = countStandings(members.map(testEntry));
    return {
      standing: standings.find((standing) => counts[standing] > 0) ?? 'none',
      id: suite,
      value: countsText(counts),
      limit: '',
      n: '',
    };
  });
}
