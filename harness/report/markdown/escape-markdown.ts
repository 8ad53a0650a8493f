import { makeVisible } from '../text/make-visible.ts';

/** One line of plain text inside Markdown: nothing in it is formatting, HTML, a mention or the end of a table cell. */
export function escapeMarkdown(text: string): string {
  return makeVisible(text.replaceAll(/\s+/g, ' '))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_{}[\]#|~]/g, String.raw`\$&`)
    .replaceAll('@', '@\u200b');
}

/** Code within a line: fenced by more backticks than it holds, pipes kept out of tables. */
export function codeSpan(text: string): string {
  const shown = makeVisible(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = longest > 0 ? ' ' : '';
  return `${fence}${padding}${shown.replaceAll('|', String.raw`\|`)}${padding}${fence}`;
}

/** A block of code, fenced by more backticks than any line of it. */
export function codeBlock(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
