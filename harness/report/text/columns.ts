import { stripVTControlCharacters } from 'node:util';

/** Shown two columns wide by terminals: emoji, CJK, Hangul, full-width forms. */
const wide =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** Columns a text takes on a terminal; colours take none. */
export function columns(text: string): number {
  let sum = 0;
  for (const character of stripVTControlCharacters(text)) sum += wide.test(character) ? 2 : 1;
  return sum;
}

/** Cuts uncoloured text to a number of columns and says so with the ellipsis given. */
export function cut(text: string, width: number, ellipsis: string): string {
  if (columns(text) <= width) return text;
  const room = width - columns(ellipsis);
  let taken = 0;
  let kept = '';
  for (const character of text) {
    taken += columns(character);
    if (taken > room) break;
    kept += character;
  }
  return kept + ellipsis;
}

/** Pads to a number of columns; `start` puts the blanks in front, as numbers want it. */
export function pad(text: string, width: number, side: 'start' | 'end' = 'end'): string {
  const blanks = ' '.repeat(Math.max(0, width - columns(text)));
  return side === 'end' ? text + blanks : blanks + text;
}
