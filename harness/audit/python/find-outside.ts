import { byte } from './byte.ts';
import { isFormatted, skipString } from './skip-string.ts';

/** 1 for the bytes at which the search for an assignment must look. */
const hot = new Uint8Array(256);
for (const letter of Buffer.from('"\'#()[]{}=:')) hot[letter] = 1;

/** Offset of the first `=` or `:` outside brackets, or `to`. */
export function findOutside(bytes: Uint8Array, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to;) {
    const code = bytes[at] ?? 0;
    if (hot[code] === 0) at += 1;
    else if (code === byte.doubleQuote || code === byte.singleQuote)
      at = Math.max(skipString(bytes, at, to, isFormatted(bytes, at, from)), at + 1);
    else if (code === byte.hash) while (at < to && bytes[at] !== byte.newline) at += 1;
    else {
      if (code === byte.equals || code === byte.colon) {
        if (depth === 0) return at;
      } else depth += code === 40 || code === 91 || code === 123 ? 1 : -1;
      at += 1;
    }
  }
  return to;
}
