import type { Result } from '../../contract/result.ts';
import type { Screen } from '../reporter.ts';
import { criteriaShown } from '../summary/shown-entries.ts';
import { cut } from '../text/columns.ts';
import { formatTime } from '../text/format-time.ts';
import { makeVisible } from '../text/make-visible.ts';
import { wrap } from '../text/wrap.ts';
import { accountLines } from './account-lines.ts';
import { closingLines } from './closing-lines.ts';
import { layoutRows } from './layout-rows.ts';
import { renderDrill } from './render-drill.ts';
import { renderPhases } from './render-phases.ts';
import { renderTidings } from './render-tidings.ts';
import { renderTroubles } from './render-troubles.ts';
import type { Row } from './row.ts';
import { checkRow, criterionRow, measurementRow, suiteRows } from './rows-of.ts';
import { themeOf, type Theme } from './theme.ts';
import { toAscii } from './to-ascii.ts';

/** The report for a terminal: what was judged, then every failure complete, then one sentence. */
export function renderTerminal(result: Result, screen: Screen): string {
  const theme = themeOf(screen);
  const lines = [
    ...title(result, screen, theme),
    ...renderDrill(result, screen, theme),
    ...(result.question?.phase === undefined
      ? everything(result, screen, theme)
      : renderPhases(result, screen, theme)),
    ...renderTidings(result, screen, theme),
    ...closingLines(result, screen, theme),
  ];
  const text = `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
  return screen.unicode ? text : toAscii(text);
}

function everything(result: Result, screen: Screen, theme: Theme): string[] {
  return [
    ...table('checks', result.checks.map(checkRow), screen, theme),
    ...accountLines(result.checks, screen, theme),
    ...table('measurements', result.measurements.map(measurementRow), screen, theme),
    ...table('tests', suiteRows(result.tests), screen, theme),
    ...table('criteria', criteriaShown(result).map(criterionRow), screen, theme),
    ...renderTroubles(result, screen, theme),
  ];
}

function title(result: Result, screen: Screen, theme: Theme): string[] {
  const command = cut(makeVisible(result.command), screen.width, theme.glyphs.ellipsis);
  const context = `${result.target} · profile ${result.profile} · seed ${result.seed} · ${formatTime(result.started_at)}`;
  const shown = wrap(makeVisible(context), screen.width, theme.glyphs.ellipsis);
  return [theme.palette.title(command), ...shown.map(theme.palette.context)];
}

function table(name: string, rows: readonly Row[], screen: Screen, theme: Theme): string[] {
  if (rows.length === 0) return [];
  return ['', theme.palette.title(name), ...layoutRows(rows, screen.width, theme)];
}
