import type { CheckResult } from '../contract/check-result.ts';
import { layoutRows } from '../report/terminal/layout-rows.ts';
import { checkRow } from '../report/terminal/rows-of.ts';
import { themeOf } from '../report/terminal/theme.ts';
import { toAscii } from '../report/terminal/to-ascii.ts';
import type { Console } from './console.ts';

/** One line per check, for a log that is read while it grows or never. */
export function tellChecks(checks: readonly CheckResult[], console: Console): void {
  const { sideScreen: screen } = console;
  for (const line of layoutRows(checks.map(checkRow), screen.width, themeOf(screen))) {
    console.say(screen.unicode ? line.trimEnd() : toAscii(line.trimEnd()));
  }
}
