import type { Result } from '../../contract/result.ts';
import type { Screen } from '../reporter.ts';
import { countsText } from '../summary/count-standings.ts';
import { standingOf } from '../summary/standing.ts';
import { summarise } from '../summary/summarise.ts';
import { formatDuration } from '../text/format-duration.ts';
import { wrap } from '../text/wrap.ts';
import type { Theme } from './theme.ts';

/** The end of every report for people: counts, one sentence, and where the page is. */
export function closingLines(result: Result, screen: Screen, { glyphs, palette }: Theme): string[] {
  const summary = summarise(result);
  const paint = palette.standing[standingOf(summary.verdict, true)];
  const counts = `${countsText(summary.counts)} · ${formatDuration(result.duration_ms)}`;
  const sentence = `${summary.verdict.toUpperCase()}: ${summary.sentence}`;
  return [
    '',
    ...wrap(counts, screen.width, glyphs.ellipsis),
    ...wrap(sentence, screen.width, glyphs.ellipsis).map(paint),
    ...(screen.page === undefined ? [] : [palette.context(`report  ${screen.page}`)]),
  ];
}
