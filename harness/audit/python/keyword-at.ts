import { wordBytes } from './byte.ts';

const keywords =
  'import from global def class async if elif else for while try except finally with case'.split(
    ' ',
  );

/** Keywords by their first byte. */
const candidates: (readonly { readonly word: string; readonly bytes: Uint8Array }[] | undefined)[] =
  Array.from({ length: 256 });
for (const word of keywords) {
  const bytes = Buffer.from(word);
  const first = bytes[0] ?? 0;
  candidates[first] = [...(candidates[first] ?? []), { word, bytes }];
}

/**
 * The keyword a statement starts with, when it is one the outline is made of; otherwise an empty text. Compares
 * bytes: a text for the first word of each line would cost more than the rest of the line.
 */
export function keywordAt(bytes: Uint8Array, start: number): string {
  const possible = candidates[bytes[start] ?? 0];
  if (possible === undefined) return '';
  let end = start + 1;
  while (wordBytes[bytes[end] ?? 0] === 1) end += 1;
  next: for (const { word, bytes: letters } of possible) {
    if (letters.length !== end - start) continue;
    for (let at = 1; at < letters.length; at += 1)
      if (bytes[start + at] !== letters[at]) continue next;
    return word;
  }
  return '';
}
