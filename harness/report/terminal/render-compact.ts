import type { Result } from '../../contract/result.ts';
import type { Screen } from '../reporter.ts';
import { closingLines } from './closing-lines.ts';
import { renderTroubles } from './render-troubles.ts';
import { themeOf } from './theme.ts';
import { toAscii } from './to-ascii.ts';

/** For callers that read every line, such as scripts and coding agents: what did not pass, complete, and the sentence. */
export function renderCompact(result: Result, screen: Screen): string {
  const theme = themeOf(screen);
  const lines = [...renderTroubles(result, screen, theme), ...closingLines(result, screen, theme)];
  const text = `${lines.join('\n').trimStart()}\n`;
  return screen.unicode ? text : toAscii(text);
}
