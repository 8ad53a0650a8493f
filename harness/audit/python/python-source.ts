import { isAscii } from 'node:buffer';
import { byte } from './byte.ts';
import type { NamePool } from './name-pool.ts';

/** Newlines after the end: the scanner may look a few bytes ahead without asking where the source ends. */
const padding = 8;

/** One buffer for one source after the other: a new one for each would keep the collector busy. */
export function createScratch(): (length: number) => Buffer {
  let buffer = Buffer.alloc(1 << 16);
  return (length) => {
    if (length > buffer.length) buffer = Buffer.alloc(length * 2);
    return buffer;
  };
}

/**
 * Python source as the scanner reads it: bytes with a newline right after the last one, and the same bytes as
 * text with one character each (latin1), so that offsets are the same in both.
 */
export class PythonSource {
  readonly bytes: Buffer;
  readonly length: number;
  readonly text: string;
  readonly names: NamePool;
  readonly #ascii: boolean;
  /** Where the last question for a line was answered, and the answer. */
  #counted = 0;
  #line = 1;

  /** @param scratch holds the bytes until the next source is read into it; see `createScratch` */
  constructor(content: Buffer, scratch: (length: number) => Buffer, names: NamePool) {
    this.length = content.length;
    this.bytes = scratch(content.length + padding);
    this.bytes.set(content);
    this.bytes.fill(byte.newline, content.length, content.length + padding);
    this.text = content.toString('latin1');
    this.names = names;
    this.#ascii = isAscii(content);
  }

  /** The text between two offsets, decoded. */
  slice(from: number, to: number): string {
    const raw = this.text.slice(from, to);
    return this.#ascii ? raw : Buffer.from(raw, 'latin1').toString('utf8');
  }

  /** The text between two offsets, decoded, of which one copy is kept for all sources. */
  name(from: number, to: number): string {
    return this.names.keepBytes(this.bytes, from, to, this.#ascii ? this.text : undefined);
  }

  /** Physical line of an offset, from 1; quick when asked in order. */
  lineOf(offset: number): number {
    if (offset < this.#counted) {
      this.#counted = 0;
      this.#line = 1;
    }
    for (;;) {
      const newline = this.text.indexOf('\n', this.#counted);
      if (newline === -1 || newline >= offset) return this.#line;
      this.#counted = newline + 1;
      this.#line += 1;
    }
  }
}
