import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nameAt } from './name-at.ts';
import { bytesOf } from './text-bytes.ts';

it('is the part of the text, whatever was asked for before', () => {
  const text = fc.string({ unit: 'grapheme-ascii', maxLength: 120 });
  const always = () =>
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (raw, one, other) => {
        const [start, end] = [one % (raw.length + 1), other % (raw.length + 1)].toSorted(
          (left, right) => left - right,
        ) as [number, number];
        return nameAt(bytesOf(raw), start, end) === raw.slice(start, end);
      }),
      { numRuns: 5_000 },
    );
  expect(always).not.toThrow();
});

it('tells names apart that begin alike, end alike, or are longer by a zero byte', () => {
  const all = ['run-1', 'run-10', 'xrun-1', 'run-1\0', 'run-2', `${'a'.repeat(47)}b`];
  for (const name of [...all, ...all]) {
    expect(nameAt(bytesOf(`"${name}"`), 1, name.length + 1)).toBe(name);
  }
});
