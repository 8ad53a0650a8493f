import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digestOfText } from './digest-of-text.ts';

it('is the same for the same text, however long the texts in between', () => {
  const text = 'läßt 😀';
  const digest = digestOfText(text);
  digestOfText('x'.repeat(100_000));
  expect(digestOfText(text)).toBe(digest);
  expect(digest).toMatch(/^[\w-]{11}$/);
});

it('is another one for each of many texts that hardly differ', () => {
  const texts = Array.from({ length: 50_000 }, (_, nth) => `{"event":"${nth}","seq":${nth % 7}}`);
  expect(new Set(texts.map((text) => digestOfText(text))).size).toBe(texts.length);
});

it('changes with each changed, added or removed code unit', () => {
  const always = () =>
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, nth) => {
        const place = nth % text.length;
        const digest = digestOfText(text);
        const changed = `${text.slice(0, place)}\u0007${text.slice(place + 1)}`;
        return (
          digestOfText(`${text}\0`) !== digest &&
          digestOfText(text.slice(1)) !== digest &&
          (changed === text || digestOfText(changed) !== digest)
        );
      }),
    );
  expect(always).not.toThrow();
});
