import { byte } from './byte.ts';
import { isFormatted, skipString } from './skip-string.ts';

/** The logical lines of one source, as parallel arrays: a large tree has millions of them. */
export interface LogicalLines {
  count: number;
  /** Physical lines of the source. */
  physical: number;
  /** Offset of the first token. */
  start: Int32Array;
  /** Offset after the last token, a comment not included. */
  end: Int32Array;
  /** Column of the first token, tabs to multiples of eight. */
  indent: Int32Array;
  /** Physical line of the first and of the last token, from 1. */
  line: Int32Array;
  endLine: Int32Array;
  /** Offset of the first colon or semicolon outside brackets; -1 without one. */
  colon: Int32Array;
  semicolon: Int32Array;
  /** What cannot be Python, with its line: a bracket or a string that never closes. The first of them. */
  problem: string | undefined;
}

/** 1 for the bytes at which the scan must look; everything else is passed over. */
const hot = new Uint8Array(256);
for (const letter of Buffer.from('\n\r"\'#()[]{}\\:;')) hot[letter] = 1;

function emptyLines(capacity: number): LogicalLines {
  const column = () => new Int32Array(capacity);
  return {
    count: 0,
    physical: 0,
    start: column(),
    end: column(),
    indent: column(),
    line: column(),
    endLine: column(),
    colon: column(),
    semicolon: column(),
    problem: undefined,
  };
}

function grow(lines: LogicalLines): void {
  for (const key of ['start', 'end', 'indent', 'line', 'endLine', 'colon', 'semicolon'] as const) {
    const longer = new Int32Array(lines[key].length * 2);
    longer.set(lines[key]);
    lines[key] = longer;
  }
}

function skipToNewline(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] !== byte.newline) at += 1;
  return at;
}

/** True when only white space stands before the offset in its physical line. */
function isFirstOfLine(bytes: Uint8Array, offset: number): boolean {
  let at = offset - 1;
  while (bytes[at] === byte.space || bytes[at] === byte.tab) at -= 1;
  return bytes[at] === byte.newline;
}

const definitionWords = [Buffer.from('def '), Buffer.from('class ')];

/** No bracket may hold `def` or `class` at the start of a line: whoever opened it forgot to close it. */
function startsDefinition(bytes: Uint8Array, from: number): boolean {
  let at = from;
  while (bytes[at] === byte.space || bytes[at] === byte.tab) at += 1;
  return definitionWords.some((word) => word.every((code, index) => bytes[at + index] === code));
}

/**
 * Splits Python source into logical lines in one pass over its bytes: strings and comments are skipped, lines
 * inside brackets and after a backslash are joined. The result is overwritten by the next call.
 * @param bytes source with a newline right after its last byte @param length bytes of source
 */
export function createLineScanner(): (bytes: Uint8Array, length: number) => LogicalLines {
  const lines = emptyLines(4096);

  return (bytes, length) => {
    let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    let line = 1;
    let count = 0;
    let problem: string | undefined;
    while (at < length) {
      let indent = 0;
      let code = bytes[at] ?? 0;
      while (code === byte.space) {
        indent += 1;
        at += 1;
        code = bytes[at] ?? 0;
      }
      if (code === byte.tab || code === byte.formFeed) {
        for (; ; code = bytes[at] ?? 0) {
          if (code === byte.space) indent += 1;
          else if (code === byte.tab) indent = (indent | 7) + 1;
          else if (code === byte.formFeed) indent = 0;
          else break;
          at += 1;
        }
      }
      if (code === byte.hash) {
        at = skipToNewline(bytes, at);
        code = byte.newline;
      }
      if (code === byte.newline || code === byte.carriageReturn) {
        if (code === byte.newline || bytes[at + 1] !== byte.newline) line += 1;
        at += 1;
        continue;
      }
      if (count === lines.start.length) grow(lines);
      const start = at;
      lines.start[count] = start;
      lines.indent[count] = indent;
      lines.line[count] = line;
      let depth = 0;
      let colon = -1;
      let semicolon = -1;
      let end = length;
      let joinedComment = 0;
      scan: for (;;) {
        while (hot[bytes[at] ?? 0] === 0) at += 1;
        if (at >= length) break;
        code = bytes[at] ?? 0;
        switch (code) {
          case byte.newline:
            if (depth === 0 || startsDefinition(bytes, at + 1)) {
              if (depth > 0) problem ??= `line ${line}: a bracket is never closed`;
              end = at;
              break scan;
            }
            line += 1;
            at += 1;
            break;
          case byte.singleQuote:
          case byte.doubleQuote: {
            const after = skipString(bytes, at, length, isFormatted(bytes, at, start));
            // Only a triple-quoted string, a field or a joined line can hold a newline.
            for (let i = at + 1; i < after; i += 1) if (bytes[i] === byte.newline) line += 1;
            if (after - at < 2 || bytes[after - 1] !== code)
              problem ??= `line ${line}: a string is never closed`;
            at = after;
            break;
          }
          case byte.hash:
            if (depth === 0) {
              end = at;
              // A joined line that holds only a comment adds nothing to the statement.
              if (isFirstOfLine(bytes, at)) joinedComment = 1;
            }
            at = skipToNewline(bytes, at);
            if (depth === 0) break scan;
            break;
          case byte.openParen:
          case byte.openBracket:
          case byte.openBrace:
            depth += 1;
            at += 1;
            break;
          case byte.closeParen:
          case byte.closeBracket:
          case byte.closeBrace:
            if (depth > 0) depth -= 1;
            else problem ??= `line ${line}: a bracket closes what was never opened`;
            at += 1;
            break;
          case byte.backslash:
            at += bytes[at + 1] === byte.carriageReturn ? 2 : 1;
            if (bytes[at] === byte.newline) {
              line += 1;
              at += 1;
            }
            break;
          case byte.colon:
            if (depth === 0 && colon === -1 && bytes[at + 1] !== byte.equals) colon = at;
            at += 1;
            break;
          case byte.semicolon:
            if (depth === 0 && semicolon === -1) semicolon = at;
            at += 1;
            break;
          default:
            // A carriage return: alone it ends a line, before a newline it is white space.
            if (depth === 0 && bytes[at + 1] !== byte.newline) {
              end = at;
              break scan;
            }
            at += 1;
        }
      }
      if (at >= length && depth > 0) problem ??= `line ${line}: a bracket is never closed`;
      lines.end[count] = end;
      lines.endLine[count] = line - joinedComment;
      lines.colon[count] = colon;
      lines.semicolon[count] = semicolon;
      count += 1;
    }
    lines.count = count;
    lines.problem = problem;
    lines.physical = bytes[length - 1] === byte.newline ? line - 1 : line;
    return lines;
  };
}
