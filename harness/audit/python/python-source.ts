import { isAscii } from 'node:buffer';
import { byte } from './byte.ts';

/** Newlines after the end: the scanner may look a few bytes ahead without asking where the source ends. */
const padding = 8;

/** One buffer for one source after the other: a new one for each would keep the collector busy. */
export function createScratch(): (length: number) => Uint8Array {
  let buffer = new Uint8Array(1 << 16);
  return (length) => {
    if (length > buffer.length) buffer = new Uint8Array(length * 2);
    return buffer;
  };
}

/**
 * Python source as the scanner reads it: bytes with a newline right after the last one, and the same bytes as
 * text with one character each (latin1), so that offsets are the same in both.
 */
export class PythonSource {
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly text: string;
  readonly #ascii: boolean;

  /** @param scratch holds the bytes until the next source is read into it; see `createScratch` */
  constructor(content: Buffer, scratch: (length: number) => Uint8Array) {
    this.length = content.length;
    this.bytes = scratch(content.length + padding);
    this.bytes.set(content);
    this.bytes.fill(byte.newline, content.length, content.length + padding);
    this.text = content.toString('latin1');
    this.#ascii = isAscii(content);
  }

  /** The text between two offsets, decoded. */
  slice(from: number, to: number): string {
    const raw = this.text.slice(from, to);
    return this.#ascii ? raw : Buffer.from(raw, 'latin1').toString('utf8');
  }

  /** Physical line of an offset, from 1. */
  lineOf(offset: number): number {
    let line = 1;
    for (let at = this.text.indexOf('\n'); at !== -1 && at < offset; line += 1)
      at = this.text.indexOf('\n', at + 1);
    return line;
  }
}
