import { blankBytes, byte, skipBlank, trimBlank, wordBytes } from './byte.ts';
import { findOutside } from './find-outside.ts';
import type { PythonSource } from './python-source.ts';

/** `name = value` or `name: annotation = value` with one name on its left side. */
export interface PlainAssignment {
  readonly name: string;
  /** Empty without one. */
  readonly annotation: string;
  /** The value where it is a name itself, such as `module.Name`; otherwise empty. */
  readonly value: string;
}

/** What a simple statement is when only its bytes are looked at; `other` for what needs a parser. */
export type StatementShape = PlainAssignment | 'no assignment' | 'other';

const notNames = new Set(
  'None True False yield lambda not await if else for in is and or as from async'.split(' '),
);

/** The dotted name a value is, empty for any other value; undefined where only a parser can tell. */
function nameOf(source: PythonSource, from: number, to: number): string | undefined {
  const { bytes } = source;
  const start = skipBlank(bytes, from, to);
  const first = bytes[start] ?? 0;
  if (start >= to || first === byte.hash) return undefined;
  if (first === byte.openParen) {
    // A name may stand in brackets, but not together with anything else.
    for (let at = start; at < to; at += 1) {
      const code = bytes[at] ?? 0;
      if (code === byte.hash) return undefined;
      if (
        wordBytes[code] === 0 &&
        blankBytes[code] === 0 &&
        code !== byte.dot &&
        code !== byte.openParen &&
        code !== byte.closeParen
      )
        return '';
    }
    return undefined;
  }
  if (wordBytes[first] === 0 || (first >= byte.zero && first <= byte.nine)) return '';
  let end = start;
  while (end < to && (wordBytes[bytes[end] ?? 0] === 1 || bytes[end] === byte.dot)) end += 1;
  const next = skipBlank(bytes, end, to);
  if (next < to) return bytes[next] === byte.dot || bytes[next] === byte.hash ? undefined : '';
  const name = source.name(start, end);
  return notNames.has(name) || name.endsWith('.') ? undefined : name;
}

/** Tells most assignments, and most of what is none, without parsing a value that nobody asks for. */
export function readShape(source: PythonSource, from: number, to: number): StatementShape {
  const { bytes } = source;
  let end = from;
  while (end < to && wordBytes[bytes[end] ?? 0] === 1) end += 1;
  const at = skipBlank(bytes, end, to);
  if (end === from || (bytes[at] !== byte.colon && bytes[at] !== byte.equals))
    return findOutside(bytes, at, to) < to ? 'other' : 'no assignment';
  const annotated = bytes[at] === byte.colon;
  const equals = annotated ? findOutside(bytes, at + 1, to) : at;
  // More than one of them are a chain, a comparison, or a function without a name.
  if (equals < to && (bytes[equals] !== byte.equals || findOutside(bytes, equals + 1, to) < to))
    return 'other';
  const value = equals < to ? nameOf(source, equals + 1, to) : '';
  if (value === undefined) return 'other';
  const start = skipBlank(bytes, at + 1, equals);
  const annotation = annotated ? source.name(start, trimBlank(bytes, start, equals)) : '';
  return { name: source.name(from, end), annotation, value };
}
