import type { Screen } from '../reporter.ts';
import { valueText } from '../summary/measured.ts';
import { standingWords, type Standing } from '../summary/standing.ts';
import { themeOf, type Theme } from '../terminal/theme.ts';
import { toAscii } from '../terminal/to-ascii.ts';
import { cut } from '../text/columns.ts';
import { makeVisible } from '../text/make-visible.ts';
import { plural } from '../text/plural.ts';
import type { Change, Difference, MeasuredChange } from './difference.ts';

/** The difference of two runs for a terminal: what became worse is last, where the eye is. */
export function renderDiff(difference: Difference, screen: Screen): string {
  const theme = themeOf(screen);
  const { caveats, added, gone, better, worse, measured } = difference;
  const part = (name: string, lines: readonly string[]): string[] => {
    const shown = lines.map(
      (line) => `  ${cut(makeVisible(line), screen.width - 2, theme.glyphs.ellipsis)}`,
    );
    return shown.length === 0 ? [] : [theme.palette.title(name), ...shown, ''];
  };
  const text = [
    ...part('compare with care', caveats),
    ...part('measured', measured.map(measuredLine)),
    ...part('new', added.map(changeLine)),
    ...part('better', better.map(changeLine)),
    ...part('no longer judged', gone.map(changeLine)),
    ...part('worse', worse.map(changeLine)),
    closing(difference, theme),
    '',
  ].join('\n');
  return screen.unicode ? text : toAscii(text);
}

function changeLine({ before, after }: Change): string {
  const entry = after ?? before;
  const words = [before, after].flatMap((one) =>
    one === undefined ? [] : [standingWords[one.standing]],
  );
  const reason = after?.reason === undefined ? '' : `  ${after.reason}`;
  return `${entry?.kind ?? ''} ${entry?.id ?? ''}  ${words.join(' → ')}${reason}`;
}

function measuredLine({ before, after, share, apart }: MeasuredChange): string {
  const percent =
    share === undefined ? '' : ` (${share > 0 ? '+' : ''}${(share * 100).toFixed(1)} %)`;
  const sure = apart ? '' : ', within the noise';
  return `${after.id}  ${valueText(before)} → ${valueText(after)}${percent}${sure}`;
}

function closing({ worse, better, gone }: Difference, { palette }: Theme): string {
  const standing: Standing = worse.length > 0 ? 'fail' : gone.length > 0 ? 'unknown' : 'pass';
  const counts = [`${String(worse.length)} worse`, `${String(better.length)} better`];
  if (gone.length > 0) counts.push(`${plural(gone.length, 'verdict')} gone`);
  return palette.standing[standing](counts.join(' · '));
}
