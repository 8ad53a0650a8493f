import { standingWords } from '../summary/standing.ts';
import { columns, cut, pad } from '../text/columns.ts';
import { makeVisible } from '../text/make-visible.ts';
import type { Row } from './row.ts';
import type { Theme } from './theme.ts';

const gap = '  ';

/** Ids longer than this share of the screen are cut, so that there is room for what was measured. */
const idShare = 0.45;

interface Widths {
  readonly id: number;
  readonly word: number;
  readonly value: number;
  readonly limit: number;
  readonly n: number;
  /** From the value's column to the end of the line. */
  readonly rest: number;
}

/** Aligned `glyph id  verdict  value  limit  n`; the value gives way when the screen is narrow. */
export function layoutRows(rows: readonly Row[], width: number, theme: Theme): string[] {
  const widths = widthsOf(rows, width);
  return rows.map((row) => [head(row, widths, theme), ...tail(row, widths, theme)].join(gap));
}

function widthsOf(rows: readonly Row[], width: number): Widths {
  const widest = (cell: (row: Row) => string): number =>
    Math.max(0, ...rows.map((row) => columns(cell(row))));
  const id = Math.min(
    widest((row) => row.id),
    Math.floor(width * idShare),
  );
  const word = widest((row) => standingWords[row.standing]);
  const limit = widest((row) => row.limit);
  const n = widest(samples);
  const front = columns(`${gap}x `) + id + gap.length + word + gap.length;
  const rest = Math.max(0, width - front);
  const room = Math.max(0, rest - [limit, n].reduce(addColumn, 0));
  const measured = widest((row) => (row.limit === '' ? '' : row.value));
  // A number without a limit stands in both columns.
  const unlimited = widest((row) => (row.limit === '' ? (row.short ?? '') : ''));
  const needed = Math.max(measured, unlimited - gap.length - limit);
  // Far from its value a count is no longer read with it.
  const counted = widest((row) => (row.n === '' ? '' : row.value));
  return { id, word, limit, n, rest, value: Math.min(room, limit === 0 ? counted : needed) };
}

function head(row: Row, widths: Widths, { glyphs, palette }: Theme): string {
  const paint = palette.standing[row.standing];
  const id = pad(cut(makeVisible(row.id), widths.id, glyphs.ellipsis), widths.id);
  return `${gap}${paint(glyphs.standing[row.standing])} ${id}${gap}${paint(pad(standingWords[row.standing], widths.word))}`;
}

/** Value, limit and samples; a sentence takes the place of the columns that it leaves empty. */
function tail(row: Row, widths: Widths, { glyphs, palette }: Theme): string[] {
  const shown = (span: number): string => {
    const fitting = columns(row.value) <= span ? row.value : (row.short ?? row.value);
    return cut(makeVisible(fitting), span, glyphs.ellipsis);
  };
  if (row.limit === '' && row.n === '') return [palette.context(shown(widths.rest))];
  const counted = palette.context(pad(samples(row), widths.n, 'start'));
  if (row.limit === '') {
    const span = addColumn(widths.value, widths.limit);
    return [palette.context(pad(shown(span), span)), counted];
  }
  const value = palette.value(pad(shown(widths.value), widths.value));
  return [value, palette.context(pad(row.limit, widths.limit)), counted];
}

function addColumn(sum: number, width: number): number {
  return width === 0 ? sum : sum + gap.length + width;
}

function samples(row: Row): string {
  return row.n === '' ? '' : `n ${row.n}`;
}
