import type { Measurement } from '../../contract/measurement.ts';
import type { Result } from '../../contract/result.ts';
import { mergeVerdicts } from '../../contract/verdict.ts';
import type { Screen } from '../reporter.ts';
import { intervalText, limitText, valueText } from '../summary/measured.ts';
import { standingOf, standingWords } from '../summary/standing.ts';
import { columns, cut, pad } from '../text/columns.ts';
import { formatCount } from '../text/format-count.ts';
import { formatQuantities } from '../text/format-quantity.ts';
import { formatTime } from '../text/format-time.ts';
import { makeVisible } from '../text/make-visible.ts';
import { closingLines } from './closing-lines.ts';
import { renderTroubles } from './render-troubles.ts';
import { sparkline } from './sparkline.ts';
import { themeOf, type Theme } from './theme.ts';
import { toAscii } from './to-ascii.ts';

const pictureWidth = 12;

/** One line of the table: a number, or the percentiles of one latency together. */
interface Line {
  readonly of: readonly [Measurement, ...Measurement[]];
  readonly name: string;
}

/** `x.p50`, `x.p95` and `x.p99` are one line. */
function linesOf(measurements: readonly Measurement[]): Line[] {
  const groups = Map.groupBy(measurements, ({ id }) => id.replace(/\.p(?:50|95|99)$/, ''));
  return [...groups].flatMap(([name, of]): Line[] => {
    const [first, ...others] = of;
    return first === undefined ? [] : [{ name, of: [first, ...others] }];
  });
}

/** The member the line is judged by: the one with a limit, or else the middle. */
function judged({ of }: Line): Measurement {
  return of.find(({ limit }) => limit !== undefined) ?? of[0];
}

/** The value as far as its limit lets it: `0.43 ×`. A ratio is one already, and a limit of 0 has none. */
function ratioText({ value, limit, unit }: Measurement): string {
  if (unit === 'ratio') return `${value.toFixed(2)} ×`;
  if (limit === undefined || limit === 0) return '';
  return `${(value / limit).toFixed(2)} ×`;
}

function valuesText(line: Line): string {
  if (line.of.length === 1) {
    const [{ interval }] = line.of;
    if (interval === undefined) return valueText(line.of[0]);
    return `${valueText(line.of[0])} ${intervalText(line.of[0])}`;
  }
  const values = line.of.map(({ value }) => value);
  const shown = formatQuantities(values, line.of[0].unit);
  const unit = / [^\d\s]+$/.exec(shown[0] ?? '')?.[0] ?? '';
  return `${shown.map((text) => text.slice(0, text.length - unit.length)).join(' / ')}${unit}`;
}

function cells(line: Line, screen: Screen): string[] {
  const one = judged(line);
  const limit =
    one.limit !== undefined && line.of.length > 1
      ? `${one.id.slice(line.name.length + 1)} ${limitText(one)}`
      : limitText(one);
  const drawn = line.of.find(({ distribution }) => distribution !== undefined) ?? one;
  return [
    makeVisible(line.name),
    valuesText(line),
    limit,
    ratioText(one),
    formatCount(one.n),
    sparkline(drawn, pictureWidth, screen.unicode),
  ];
}

const heads = ['', 'value, or p50 / p95 / p99', 'limit', 'ratio', 'n', 'distribution'];

/** Longest name on a screen of usual width; its end tells more than its middle. */
const longestName = 34;
const shortestName = 12;

/** Numbers stand at the right of their column. */
const isNumber = [false, false, false, true, true, false];

/** Ids differ at their beginning and at their end. */
function cutMiddle(text: string, width: number, ellipsis: string): string {
  if (columns(text) <= width) return text;
  const front = Math.floor((width - 1) / 3);
  return `${text.slice(0, front)}${ellipsis}${text.slice(text.length - (width - 1 - front))}`;
}

function table(measurements: readonly Measurement[], screen: Screen, theme: Theme): string[] {
  const lines = linesOf(measurements);
  const rows = lines.map((line) => cells(line, screen));
  const widths = heads.map((head, nth) =>
    Math.max(columns(head), ...rows.map((row) => columns(row[nth] ?? ''))),
  );
  // Where it is narrow, the picture gives way, then the ratio, then the names; never a value, a limit or a verdict.
  const total = (): number => widths.reduce((sum, width) => sum + width + 2, 4 + 'unknown'.length);
  if (total() > screen.width) widths[0] = Math.min(widths[0] ?? 0, longestName);
  for (const column of [5, 3]) if (total() > screen.width) widths[column] = 0;
  if (total() > screen.width) {
    widths[0] = Math.max(shortestName, (widths[0] ?? 0) - (total() - screen.width));
  }
  const align = (row: readonly string[]): string =>
    row
      .map((cell, nth) => {
        const width = widths[nth] ?? 0;
        const shown =
          nth === 0
            ? cutMiddle(cell, width, theme.glyphs.ellipsis)
            : cut(cell, width, width === 0 ? '' : theme.glyphs.ellipsis);
        return pad(shown, width, isNumber[nth] === true ? 'start' : 'end');
      })
      .join('  ');
  return [
    theme.palette.context(`    ${align(heads)}  verdict`),
    ...rows.map((row, nth) => {
      const standing = standingOf(mergeOf(lines[nth]), true);
      const paint = theme.palette.standing[standing];
      return `  ${paint(theme.glyphs.standing[standing])} ${align(row)}  ${paint(standingWords[standing])}`;
    }),
  ];
}

function mergeOf(line: Line | undefined): Measurement['verdict'] {
  const verdicts = (line?.of ?? []).map(({ verdict }) => verdict);
  return verdicts.every((verdict) => verdict === 'not-applicable')
    ? 'not-applicable'
    : mergeVerdicts(verdicts);
}

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
