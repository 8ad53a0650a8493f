import { byte, wordBytes } from './byte.ts';
import type { PythonSource } from './python-source.ts';
import { isFormatted, skipString } from './skip-string.ts';

/** What the current token is. */
export type TokenKind = 'end' | 'name' | 'number' | 'string' | 'operator';

const twoBytes = new Set('** // -> := == != <= >= << >> += -= *= /= %= @= &= |= ^='.split(' '));
const threeBytes = new Set(['**=', '//=', '<<=', '>>=', '...']);
/** The second byte of every longer operator. */
const continuing = new Uint8Array(256);
for (const letter of Buffer.from('*/>=<.')) continuing[letter] = 1;
/** Operators of one byte that end an operand and all that holds it: nothing can go on with them. */
const closing = new Uint8Array(256);
for (const letter of Buffer.from(')]},:=;')) closing[letter] = 1;
/** Operators of one byte, so that the same text is used for each. */
const oneByte = Array.from({ length: 256 }, (_, code) => String.fromCodePoint(code));

/**
 * Reads tokens of a part of Python source, one at a time: `kind` and `text` describe the current one.
 * Newlines, comments and joined lines are white space; whoever needs lines asks the line scanner.
 */
export class Lexer {
  kind: TokenKind = 'end';
  /** Spelling of the current token; of a string, quotes and prefix included. */
  text = '';
  /** True when no expression can go on with the current token: most operands are whole by this alone. */
  closes = true;
  /** Offsets and physical line of the current token. */
  start = 0;
  line = 1;
  /** Offset after the token before the current one. */
  lastEnd = 0;
  /** Offset after the current token. */
  at: number;
  readonly #source: PythonSource;
  readonly #bytes: Uint8Array;
  readonly #end: number;

  /** @param line physical line of `from` */
  constructor(source: PythonSource, from: number, end: number, line: number) {
    this.#source = source;
    this.#bytes = source.bytes;
    this.at = from;
    this.lastEnd = from;
    this.#end = end;
    this.line = line;
    this.next();
  }

  /** Goes on to the next token; at the end `kind` stays `end`. */
  next(): void {
    this.lastEnd = this.at;
    this.#skipSpace();
    this.start = this.at;
    if (this.at >= this.#end) {
      this.kind = 'end';
      this.text = '';
      this.closes = true;
      return;
    }
    const code = this.#bytes[this.at] ?? 0;
    if (code === byte.doubleQuote || code === byte.singleQuote) return this.#string(this.at);
    if (code >= byte.zero && code <= byte.nine) return this.#number();
    if (wordBytes[code] === 1) return this.#word();
    if (code === byte.dot && ((this.#bytes[this.at + 1] ?? 0) - byte.zero) >>> 0 < 10)
      return this.#number();
    this.#operator();
  }

  /** Goes on to the token at an offset further on, whatever lies between. */
  skipTo(offset: number): void {
    this.#countLines(this.at, offset);
    this.at = offset;
    this.next();
  }

  /** True when the current token is this word or operator. */
  is(text: string): boolean {
    return this.text === text && this.kind !== 'string';
  }

  /** Goes on when the current token is this word or operator. */
  take(text: string): boolean {
    if (!this.is(text)) return false;
    this.next();
    return true;
  }

  /** True after the last token. */
  isDone(): boolean {
    return this.kind === 'end';
  }

  /** True when the current token is a word. */
  isName(): boolean {
    return this.kind === 'name';
  }

  /** Source between two offsets. */
  slice(from: number, to: number): string {
    return this.#source.slice(from, to);
  }

  /** Source between two offsets, of which one copy is kept for all sources. */
  name(from: number, to: number): string {
    return this.#source.name(from, to);
  }

  /** Reads a part of the current token, a field of a formatted string for example. */
  part(from: number, to: number): Lexer {
    return new Lexer(this.#source, from, to, this.line);
  }

  #skipSpace(): void {
    const bytes = this.#bytes;
    for (; this.at < this.#end; this.at += 1) {
      const code = bytes[this.at];
      if (code === byte.newline) this.line += 1;
      else if (code === byte.hash) {
        while (this.at + 1 < this.#end && bytes[this.at + 1] !== byte.newline) this.at += 1;
      } else if (
        code !== byte.space &&
        code !== byte.tab &&
        code !== byte.carriageReturn &&
        code !== byte.formFeed &&
        code !== byte.backslash
      )
        return;
    }
  }

  #take(kind: TokenKind, end: number): void {
    this.kind = kind;
    this.closes = false;
    this.text =
      kind === 'name' ? this.#source.name(this.start, end) : this.#source.slice(this.start, end);
    this.at = end;
  }

  #word(): void {
    let end = this.at;
    while (end < this.#end && wordBytes[this.#bytes[end] ?? 0] === 1) end += 1;
    const code = this.#bytes[end];
    if (
      (code === byte.doubleQuote || code === byte.singleQuote) &&
      end - this.at <= 2 &&
      end < this.#end
    )
      return this.#string(end);
    this.#take('name', end);
  }

  #number(): void {
    let end = this.at + 1;
    for (; end < this.#end; end += 1) {
      const code = this.#bytes[end] ?? 0;
      const signed =
        (code === 43 || code === byte.minus) &&
        /^\d[\d_.]*e$/i.test(this.#source.text.slice(this.at, end));
      if (wordBytes[code] !== 1 && code !== byte.dot && !signed) break;
    }
    this.#take('number', end);
  }

  #string(quoteAt: number): void {
    const end = skipString(
      this.#bytes,
      quoteAt,
      this.#end,
      isFormatted(this.#bytes, quoteAt, this.at),
    );
    this.#take('string', Math.max(end, quoteAt + 1));
    this.#countLines(this.start, this.at);
  }

  #countLines(from: number, to: number): void {
    for (let at = from; at < to; at += 1) if (this.#bytes[at] === byte.newline) this.line += 1;
  }

  #operator(): void {
    let length = 1;
    if (continuing[this.#bytes[this.at + 1] ?? 0] === 1) {
      const three = this.#source.text.slice(this.at, Math.min(this.at + 3, this.#end));
      if (threeBytes.has(three)) length = 3;
      else if (twoBytes.has(three.slice(0, 2))) length = 2;
    }
    this.kind = 'operator';
    this.closes = length === 1 && closing[this.#bytes[this.at] ?? 0] === 1;
    this.text =
      length === 1
        ? (oneByte[this.#bytes[this.at] ?? 0] ?? '')
        : this.#source.text.slice(this.at, this.at + length);
    this.at += length;
  }
}
