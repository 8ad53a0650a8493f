import { byte } from './byte.ts';
import type { PythonSource } from './python-source.ts';
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
  /** 1 where a semicolon outside brackets parts the line. */
  parted: Uint8Array;
  /** What cannot be Python, with its line: a bracket or a string that never closes. The first of them. */
  problem: string | undefined;
}

const stop = 2;
/** How much deeper in brackets a byte leads, or `stop` where the scan must look: most lines are added up unseen. */
const deeper = new Int8Array(256);
for (const letter of Buffer.from('([{')) deeper[letter] = 1;
for (const letter of Buffer.from(')]}')) deeper[letter] = -1;
for (const letter of Buffer.from('\n\r"\'#\\;')) deeper[letter] = stop;

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
    parted: new Uint8Array(capacity),
    problem: undefined,
  };
}

function grow(lines: LogicalLines): void {
  for (const key of ['start', 'end', 'indent', 'line', 'endLine'] as const) {
    const longer = new Int32Array(lines[key].length * 2);
    longer.set(lines[key]);
    lines[key] = longer;
  }
  const parted = new Uint8Array(lines.parted.length * 2);
  parted.set(lines.parted);
  lines.parted = parted;
}

/** Natively: a comment is long enough for that to pay. */
function skipToNewline(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline;
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
  if (bytes[at] !== 99 && bytes[at] !== 100) return false;
  return definitionWords.some((word) => word.every((code, index) => bytes[at + index] === code));
}

/**
 * Splits Python source into logical lines in one pass over its bytes: strings and comments are skipped, lines
 * inside brackets and after a backslash are joined. The result is overwritten by the next call.
 */
export function createLineScanner(): (source: PythonSource) => LogicalLines {
  const lines = emptyLines(4096);

  return ({ bytes, length, text }) => {
    /** The first backslash from where it was last asked for: triple-quoted strings without one end at their quotes. */
    let backslash = -1;
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
        at = skipToNewline(text, at);
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
      let parted = 0;
      let end = length;
      let joinedComment = 0;
      scan: for (;;) {
        for (
          let step = deeper[bytes[at] ?? 0] ?? stop;
          step !== stop;
          step = deeper[bytes[at] ?? 0] ?? stop
        ) {
          depth += step;
          at += 1;
        }
        if (depth < 0) {
          problem ??= `line ${line}: a bracket closes what was never opened`;
          depth = 0;
        }
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
            const formatted = isFormatted(bytes, at, start);
            const triple = bytes[at + 1] === code && bytes[at + 2] === code;
            if (backslash < at) {
              backslash = text.indexOf('\\', at);
              if (backslash === -1) backslash = length;
            }
            let after = -1;
            if (triple && !formatted) {
              after = text.indexOf(code === byte.doubleQuote ? '"""' : "'''", at + 3) + 3;
              if (after === 2 || after > backslash) after = -1;
            }
            if (after === -1) after = skipString(bytes, at, length, formatted);
            // Nothing else can hold a newline.
            if (triple || formatted || backslash < after)
              for (
                let newline = text.indexOf('\n', at);
                newline !== -1 && newline < after;
                newline = text.indexOf('\n', newline + 1)
              )
                line += 1;
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
            at = skipToNewline(text, at);
            if (depth === 0) break scan;
            break;
          case byte.backslash:
            at += bytes[at + 1] === byte.carriageReturn ? 2 : 1;
            if (bytes[at] === byte.newline) {
              line += 1;
              at += 1;
            }
            break;
          case byte.semicolon:
            if (depth === 0) parted = 1;
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
      lines.parted[count] = parted;
      count += 1;
    }
    lines.count = count;
    lines.problem = problem;
    lines.physical = bytes[length - 1] === byte.newline ? line - 1 : line;
    return lines;
  };
}
