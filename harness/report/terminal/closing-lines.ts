import type { Result } from '../../contract/result.ts';
import type { Screen } from '../reporter.ts';
import { countsText } from '../summary/count-standings.ts';
import { standingOf } from '../summary/standing.ts';
import { summarise } from '../summary/summarise.ts';
import { formatDuration } from '../text/format-duration.ts';
import { plural } from '../text/plural.ts';
import { wrap } from '../text/wrap.ts';
import type { Theme } from './theme.ts';

/** The end of every report for people: counts, one sentence, and where the page is. */
export function closingLines(result: Result, screen: Screen, { glyphs, palette }: Theme): string[] {
  const summary = summarise(result);
  const paint = palette.standing[standingOf(summary.verdict, true)];
  const { audit } = result;
  // An audit judges by criteria alone: what it rests on is what was read.
  const done =
    result.command === 'audit' && audit !== undefined
      ? `${plural(audit.read.files, 'file')} read`
      : countsText(summary.counts);
  const counts = `${done} · ${formatDuration(result.duration_ms)}`;
  const sentence = `${summary.verdict.toUpperCase()}: ${summary.sentence}`;
  return [
    '',
    ...wrap(counts, screen.width, glyphs.ellipsis),
    ...wrap(sentence, screen.width, glyphs.ellipsis).map(paint),
    ...(screen.page === undefined ? [] : [palette.context(`report  ${screen.page}`)]),
  ];
}
