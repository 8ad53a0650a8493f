import type { Result } from '../../contract/result.ts';
import { tellNight } from '../nights/tell-night.ts';
import type { Screen } from '../reporter.ts';
import { makeVisible } from '../text/make-visible.ts';
import { wrap } from '../text/wrap.ts';
import type { Theme } from './theme.ts';

/** What a nightly run spent, and how it stands among the nights before; nothing for any other run. */
export function renderTidings(
  { night, duration_ms: ms }: Result,
  screen: Screen,
  theme: Theme,
): string[] {
  if (night === undefined) return [];
  const { palette, glyphs } = theme;
  return [
    '',
    palette.title('night'),
    ...tellNight(night, ms).flatMap(({ about, text }) =>
      wrap(makeVisible(`${about}: ${text}`), screen.width - 4, glyphs.ellipsis).map((line, nth) =>
        palette.context(nth === 0 ? `  ${line}` : `    ${line}`),
      ),
    ),
  ];
}
