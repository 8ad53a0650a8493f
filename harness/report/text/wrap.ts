import { columns, cut } from './columns.ts';

/** Breaks a sentence at blanks into lines of at most `width` columns; a longer word is cut. */
export function wrap(text: string, width: number, ellipsis: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (columns(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = cut(word, width, ellipsis);
  }
  return line === '' ? lines : [...lines, line];
}
