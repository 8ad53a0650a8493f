import type { Measurement } from '../../contract/measurement.ts';
import type { Result } from '../../contract/result.ts';
import type { Screen } from '../reporter.ts';
import {
  drawnMember,
  judgedMember,
  limitOfLine,
  measuredLines,
  ratioOfLine,
  valuesText,
  verdictOfLine,
  type MeasuredLine,
} from '../summary/measured-line.ts';
import { standingOf, standingWords } from '../summary/standing.ts';
import { columns, cut, pad } from '../text/columns.ts';
import { formatCount } from '../text/format-count.ts';
import { formatTime } from '../text/format-time.ts';
import { makeVisible } from '../text/make-visible.ts';
import { closingLines } from './closing-lines.ts';
import { renderTroubles } from './render-troubles.ts';
import { sparkline } from './sparkline.ts';
import { themeOf, type Theme } from './theme.ts';
import { toAscii } from './to-ascii.ts';

const pictureWidth = 12;

function cells(line: MeasuredLine, screen: Screen, pictured: number): string[] {
  return [
    makeVisible(line.name),
    valuesText(line),
    limitOfLine(line),
    ratioOfLine(line),
    formatCount(judgedMember(line).n),
    sparkline(drawnMember(line), pictured, screen.unicode),
  ];
}

function headsOf(lines: readonly MeasuredLine[], narrow: boolean): string[] {
  const latencies = lines.some(({ of }) => of.length > 1);
  const values = narrow ? 'p50 / p95 / p99' : 'value, or p50 / p95 / p99';
  const picture = narrow ? '' : 'distribution';
  return ['', latencies ? values : 'value', 'limit', 'ratio', 'n', picture];
}

/** A name that is longer gives way first; its end tells more than its middle. */
const longestName = 34;
const shortestName = 20;
const leastName = 12;
const shortestPicture = 8;

/** Numbers stand at the right of their column. */
const isNumber = [false, false, false, true, true, false];

/** Ids differ at their beginning and at their end. */
function cutMiddle(text: string, width: number, ellipsis: string): string {
  if (columns(text) <= width) return text;
  const front = Math.floor((width - 1) / 3);
  return `${text.slice(0, front)}${ellipsis}${text.slice(text.length - (width - 1 - front))}`;
}

interface Layout {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly widths: number[];
}

function layOut(lines: readonly MeasuredLine[], screen: Screen, narrow: boolean): Layout {
  const heads = headsOf(lines, narrow);
  const pictured = narrow ? shortestPicture : pictureWidth;
  const rows = lines.map((line) => cells(line, screen, pictured));
  const widths = heads.map((head, nth) =>
    Math.max(columns(head), ...rows.map((row) => columns(row[nth] ?? ''))),
  );
  return { heads, rows, widths };
}

const totalOf = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + (width === 0 ? 0 : width + 2), 4 + 'unknown'.length);

/** Where it is narrow, names give way, then the picture, then the ratio, then names again; never a value, a limit or a verdict. */
function fit(lines: readonly MeasuredLine[], screen: Screen): Layout {
  const full = layOut(lines, screen, false);
  const spare = screen.width - totalOf(full.widths) + (full.widths[0] ?? 0);
  const layout = spare >= longestName ? full : layOut(lines, screen, true);
  const { widths } = layout;
  const shorten = (least: number): void => {
    const excess = totalOf(widths) - screen.width;
    if (excess > 0)
      widths[0] = Math.min(widths[0] ?? 0, Math.max(least, (widths[0] ?? 0) - excess));
  };
  shorten(shortestName);
  for (const column of [5, 3]) if (totalOf(widths) > screen.width) widths[column] = 0;
  shorten(leastName);
  return layout;
}

function table(measurements: readonly Measurement[], screen: Screen, theme: Theme): string[] {
  const lines = measuredLines(measurements);
  const layout = fit(lines, screen);
  const align = (row: readonly string[]): string =>
    row
      .flatMap((cell, nth) => {
        const width = layout.widths[nth] ?? 0;
        if (width === 0) return [];
        const shown =
          nth === 0
            ? cutMiddle(cell, width, theme.glyphs.ellipsis)
            : cut(cell, width, theme.glyphs.ellipsis);
        return [pad(shown, width, isNumber[nth] === true ? 'start' : 'end')];
      })
      .join('  ');
  return [
    theme.palette.context(`    ${align(layout.heads)}  verdict`),
    ...lines.flatMap((line, nth) => {
      const standing = standingOf(verdictOfLine(line), true);
      const paint = theme.palette.standing[standing];
      const row = `  ${paint(theme.glyphs.standing[standing])} ${align(layout.rows[nth] ?? [])}  ${paint(standingWords[standing])}`;
      const before = lines[nth - 1];
      return before === undefined || familyOf(before) === familyOf(line) ? [row] : ['', row];
    }),
  ];
}

/** What was measured of one thing stands together: `load`, `http`, `memory`. */
const familyOf = ({ name }: MeasuredLine): string => name.replace(/\..*$/, '');

/** One line for all checks: each measured answer was also judged. What failed is told below. */
function checksLine(result: Result, theme: Theme): string[] {
  if (result.checks.length === 0) return [];
  const passed = result.checks.filter(({ verdict }) => verdict === 'pass').length;
  const times = result.checks.reduce((sum, { exercised }) => sum + exercised, 0);
  const text = `${passed} of ${result.checks.length} checks passed over the same answers, exercised ${formatCount(times)} times`;
  return ['', theme.palette.context(text)];
}

/** The report of a measurement for a terminal: one table to be read in ten seconds, then what did not pass, then one sentence. */
export function renderBench(result: Result, screen: Screen): string {
  const theme = themeOf(screen);
  const context = `${result.target} · profile ${result.profile} · seed ${result.seed} · ${formatTime(result.started_at)}`;
  const lines = [
    theme.palette.title(cut(makeVisible(result.command), screen.width, theme.glyphs.ellipsis)),
    theme.palette.context(cut(makeVisible(context), screen.width, theme.glyphs.ellipsis)),
    '',
    ...table(result.measurements, screen, theme),
    ...checksLine(result, theme),
    ...renderTroubles(result, screen, theme),
    ...closingLines(result, screen, theme),
  ];
  const text = `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
  return screen.unicode ? text : toAscii(text);
}
