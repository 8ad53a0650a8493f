import type { CheckResult } from '../contract/check-result.ts';
import { layoutRows } from '../report/terminal/layout-rows.ts';
import { checkRow } from '../report/terminal/rows-of.ts';
import { themeOf } from '../report/terminal/theme.ts';
import { toAscii } from '../report/terminal/to-ascii.ts';
import type { Console } from './console.ts';

/** Lines come a few at a time, and are to stand below each other all the same. */
const usualId = 19;
const usualCount = 6;

/** One line per check, for a log that is read while it grows or never. */
export function tellChecks(checks: readonly CheckResult[], console: Console): void {
  const { sideScreen: screen } = console;
  const rows = checks.map(checkRow).map((row) => ({
    ...row,
    id: row.id.padEnd(usualId),
    n: row.n === '' ? '' : row.n.padStart(usualCount),
  }));
  for (const line of layoutRows(rows, screen.width, themeOf(screen))) {
    console.say(screen.unicode ? line.trimEnd() : toAscii(line.trimEnd()));
  }
}
