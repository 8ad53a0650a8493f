import { byte } from './byte.ts';

/** Longest prefix of a string: `rb`, `fr`; three letters are none. */
const longestPrefix = 2;

/** True when the letters right before a quote make it a formatted string (`f`, `rf`, `t`). */
export function isFormatted(bytes: Uint8Array, quoteAt: number, from: number): boolean {
  for (let at = quoteAt - 1; at >= from && at >= quoteAt - longestPrefix; at -= 1) {
    const letter = (bytes[at] ?? 0) | 32;
    if (letter === 102 || letter === 116) return true;
    if (letter !== 114) return false;
  }
  return false;
}

function isTriple(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === bytes[at + 1] && bytes[at] === bytes[at + 2];
}

/** End of a string without replacement fields; an unterminated one ends before its newline. */
function skipPlain(bytes: Uint8Array, at: number, end: number): number {
  const quote = bytes[at] ?? 0;
  if (isTriple(bytes, at)) {
    for (let i = at + 3; i < end; i += 1) {
      if (bytes[i] === byte.backslash) i += 1;
      else if (bytes[i] === quote && isTriple(bytes, i)) return i + 3;
    }
    return end;
  }
  for (let i = at + 1; i < end; i += 1) {
    const code = bytes[i];
    if (code === quote) return i + 1;
    if (code === byte.newline) return i;
    if (code === byte.backslash) i += bytes[i + 1] === byte.carriageReturn ? 2 : 1;
  }
  return end;
}

/** More levels of strings inside strings than anybody writes; broken source could nest without end. */
const deepestField = 20;

/** The string a replacement field stands in. */
interface Around {
  readonly quote: number;
  readonly triple: boolean;
  readonly level: number;
}

/** End of a string inside a field; -1 when it is broken, because then the field is too. */
function skipNested(
  bytes: Uint8Array,
  at: number,
  end: number,
  formatted: boolean,
  level: number,
): number {
  if (isEmptyString(bytes, at)) return at + 2;
  return formatted ? skipFormatted(bytes, at, end, level) : skipPlain(bytes, at, end);
}

/** An empty string is not the start of a triple-quoted one. */
function isEmptyString(bytes: Uint8Array, at: number): boolean {
  return bytes[at + 1] === bytes[at] && bytes[at + 2] !== bytes[at];
}

/** End of a replacement field that starts at its brace, or -1 when it never closes. */
function skipField(bytes: Uint8Array, at: number, end: number, around: Around): number {
  let depth = 0;
  for (let i = at + 1; i < end; i += 1) {
    const code = bytes[i] ?? 0;
    if (code === byte.doubleQuote || code === byte.singleQuote) {
      const after = skipNested(bytes, i, end, isFormatted(bytes, i, at), around.level + 1);
      if (after === -1) return -1;
      i = after - 1;
    } else if (code === byte.openParen || code === byte.openBracket || code === byte.openBrace)
      depth += 1;
    else if (code === byte.closeParen || code === byte.closeBracket) depth -= 1;
    else if (code === byte.closeBrace) {
      if (depth === 0) return i + 1;
      depth -= 1;
    } else if (code === byte.colon && depth === 0) return skipFormat(bytes, i, end, around);
    else if (code === byte.hash && !around.triple) return -1;
  }
  return -1;
}

/** End of a field whose format specification starts at its colon: quotes are text there, fields nest. */
function skipFormat(bytes: Uint8Array, at: number, end: number, around: Around): number {
  for (let i = at + 1; i < end; i += 1) {
    const code = bytes[i] ?? 0;
    if (code === byte.closeBrace) return i + 1;
    if (code === byte.openBrace) {
      const after = skipField(bytes, i, end, around);
      if (after === -1) return -1;
      i = after - 1;
    } else if (code === around.quote && (!around.triple || isTriple(bytes, i))) return -1;
  }
  return -1;
}

/** End of a formatted string, in which a field may hold the very quote around it (Python 3.12); -1 when broken. */
function skipFormatted(bytes: Uint8Array, at: number, end: number, level: number): number {
  const quote = bytes[at] ?? 0;
  const triple = isTriple(bytes, at);
  const around = { quote, triple, level };
  if (level > deepestField) return -1;
  for (let i = at + (triple ? 3 : 1); i < end; i += 1) {
    const code = bytes[i] ?? 0;
    if (code === byte.backslash) i += 1;
    else if (code === quote) {
      if (!triple) return i + 1;
      if (isTriple(bytes, i)) return i + 3;
    } else if (code === byte.newline && !triple) return -1;
    else if (code === byte.openBrace) {
      if (bytes[i + 1] === byte.openBrace) i += 1;
      else {
        const after = skipField(bytes, i, end, around);
        if (after === -1) return -1;
        i = after - 1;
      }
    }
  }
  return -1;
}

/**
 * The offset right after the string whose opening quote stands at `at`. Never fails: a broken formatted string
 * is skipped like a plain one, an unterminated string ends at its newline, a triple-quoted one at `end`.
 */
export function skipString(bytes: Uint8Array, at: number, end: number, formatted: boolean): number {
  if (isEmptyString(bytes, at)) return at + 2;
  if (formatted) {
    const after = skipFormatted(bytes, at, end, 0);
    if (after !== -1) return after;
  }
  return skipPlain(bytes, at, end);
}
