import type { ParameterFact } from '../facts/file-facts.ts';
import { createByteIndex } from './byte-index.ts';

/** Parameters and result of a function, without its name. */
export interface Header {
  readonly params: ParameterFact[];
  readonly returns: string;
}

/** A shorter part of a text is a copy, quickly made; a longer one would be a window on its source. */
const longestCopy = 12;

/**
 * Keeps one copy of every name. Without it each fact would hold a slice, and each slice the whole source it
 * was cut from.
 */
export interface NamePool {
  /** A name that was put together. */
  keep(name: string): string;
  /**
   * A name by the bytes it is written with.
   * @param text the same source as text, when it has one character a byte and means the same
   */
  keepBytes(bytes: Buffer, from: number, to: number, text?: string): string;
  /** What a header says, read once for equal ones: most methods have a header that another one has too. */
  keepHeader(bytes: Buffer, from: number, to: number, read: () => Header): Header;
}

export function createNamePool(): NamePool {
  const known = new Map<string, string>();
  const written = createByteIndex();
  const names: string[] = [];
  const headerTexts = createByteIndex();
  const headers: Header[] = [];

  function keep(name: string): string {
    const kept = known.get(name);
    if (kept !== undefined) return kept;
    const copy = Buffer.from(name).toString();
    known.set(copy, copy);
    return copy;
  }

  return {
    keep,
    keepBytes(bytes, from, to, text) {
      const number = written.numberOf(bytes, from, to);
      if (number === names.length)
        names.push(
          text !== undefined && to - from <= longestCopy
            ? text.slice(from, to)
            : bytes.toString('utf8', from, to),
        );
      return names[number] ?? '';
    },
    keepHeader(bytes, from, to, read) {
      const number = headerTexts.numberOf(bytes, from, to);
      if (number === headers.length) headers.push(read());
      return headers[number] ?? read();
    },
  };
}
