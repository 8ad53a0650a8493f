import { expect, it } from 'vitest';
import { bytesOf } from './text-bytes.ts';

it.each([
  ['short', 'ä'.repeat(100)],
  ['long', '€'.repeat(100_000)],
  ['of half characters', '\ud83d'.repeat(70_000)],
])('a text that is %s is told in UTF-8, with room behind it for one more word', (_what, text) => {
  const { bytes, view, length } = bytesOf(text);
  expect(bytes.subarray(0, length).equals(Buffer.from(text))).toBe(true);
  expect(view.byteLength).toBeGreaterThanOrEqual(length + 4);
});

it('a large text leaves nothing behind', () => {
  bytesOf('x'.repeat(1_000_000));
  expect(bytesOf('x').bytes.length).toBeLessThan(1_000_000);
});
