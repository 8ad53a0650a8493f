import { describe, expect, it } from 'vitest';
import { createByteIndex } from './byte-index.ts';

describe('the index of bytes', () => {
  it('gives equal parts one number, however many it has seen', () => {
    const index = createByteIndex();
    const parts = Array.from({ length: 40_000 }, (_, at) => Buffer.from(`name_${at}`));
    const numbers = parts.map((part) => index.numberOf(part, 0, part.length));
    expect(new Set(numbers).size).toBe(parts.length);
    expect(parts.map((part) => index.numberOf(part, 0, part.length))).toEqual(numbers);
  });

  it('tells a part from one that only begins or ends alike, wherever it stands', () => {
    const index = createByteIndex();
    const numberOf = (text: string, from = 0, to = text.length) =>
      index.numberOf(Buffer.from(text), from, to);
    expect(['', 'load', 'load_row', 'row', 'loads'].map((text) => numberOf(text))).toEqual([
      0, 1, 2, 3, 4,
    ]);
    expect(numberOf('x.load_row()', 2, 10)).toBe(2);
    expect(numberOf('x.load_row()', 7, 10)).toBe(3);
    expect(numberOf('', 0, 0)).toBe(0);
  });

  it('keeps parts longer than all it has room for', () => {
    const index = createByteIndex();
    const long = Buffer.alloc(1_000_000, 'header ');
    expect(index.numberOf(long, 0, long.length)).toBe(0);
    expect(index.numberOf(long, 0, long.length - 1)).toBe(1);
    expect(index.numberOf(long, 7, long.length)).toBe(2);
    expect(index.numberOf(Buffer.from(long), 0, long.length)).toBe(0);
  });
});
