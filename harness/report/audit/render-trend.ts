import type { AuditTrend } from '../../contract/audit-trend.ts';
import type { Screen } from '../reporter.ts';
import { cut } from '../text/columns.ts';
import { formatCount } from '../text/format-count.ts';
import { plural } from '../text/plural.ts';
import { burnDowns, type BurnDown, type BurnDownPoint } from './burn-down.ts';

/** Rows per role that fit a screen; what is left out is counted. */
const shownTurns = 12;
const barWidth = 10;

/** The burn-down of every role: one row per commit in which something changed. */
export function renderTrend(trend: AuditTrend, screen: Screen): string {
  const lines = [
    '',
    `history  ${plural(trend.points.length, 'commit')}, ${plural(trend.missing_objects, 'missing object')}`,
    ...burnDowns(trend).flatMap((each) => roleRows(each, screen)),
  ];
  const ellipsis = screen.unicode ? '…' : '~';
  return `${lines.map((line) => cut(line, screen.width, ellipsis)).join('\n')}\n`;
}

function roleRows({ role, points, turns }: BurnDown, screen: Screen): string[] {
  const most = Math.max(1, ...points.map(({ counts }) => counts.implementations));
  const first = turns.slice(0, 1);
  const rest = turns.slice(1);
  const kept = rest.slice(-(shownTurns - 1));
  const left = rest.length - kept.length;
  return [
    '',
    `${role}  ${summaryOf(points, screen)}`,
    ...first.map((point) => turnRow(point, most, screen)),
    ...(left === 0 ? [] : [`  … ${plural(left, 'further change')}`]),
    ...kept.map((point) => turnRow(point, most, screen)),
  ];
}

function summaryOf(points: readonly BurnDownPoint[], screen: Screen): string {
  const known = points.filter(({ counts }) => counts.resolved);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return 'the canonical symbol never existed';
  const arrow = screen.unicode ? '→' : '->';
  const change = (key: 'implementations' | 'lines' | 'duplicated_lines' | 'bypassing_files') =>
    `${formatCount(first.counts[key])} ${arrow} ${formatCount(last.counts[key])}`;
  return `${change('implementations')} in production, lines ${change('lines')}, duplicated ${change('duplicated_lines')}, bypassing files ${change('bypassing_files')}`;
}

function turnRow({ commit, at, subject, counts }: BurnDownPoint, most: number, screen: Screen) {
  const head = `  ${at.slice(0, 10)} ${commit.slice(0, 8)}`;
  if (!counts.resolved) return `${head}  the canonical symbol is not there  ${subject}`;
  const filled = Math.round((counts.implementations / most) * barWidth);
  const bar = (screen.unicode ? '█' : '#').repeat(filled).padEnd(barWidth);
  return `${head}  ${bar} ${counts.implementations}  lines ${counts.lines}, duplicated ${counts.duplicated_lines}, bypassing ${counts.bypassing_files}, broken ${counts.broken_calls}  ${subject}`;
}
