import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scanJson } from './json-scan.ts';
import { Skeleton } from './skeleton.ts';

const encoder = new TextEncoder();
const learned = '{"type":"a","seq":12,"payload":{"text":"said","none":null,"list":[1,"x"]}}';

function fits(text: string): boolean {
  const skeleton = new Skeleton(encoder.encode(learned));
  const room = new Uint8Array(4_096);
  const { written } = encoder.encodeInto(text, room);
  return skeleton.fits(new DataView(room.buffer), written);
}

it('a text with other values fits, whatever is in its strings', () => {
  expect(fits(learned)).toBe(true);
  expect(fits(learned.replace('said', ''))).toBe(true);
  const values = fc.tuple(fc.string({ unit: 'grapheme' }), fc.integer({ min: -9e13, max: 9e13 }));
  const always = () =>
    fc.assert(
      fc.property(values, ([text, number]) => {
        const payload = { text, none: null, list: [number, text] };
        return fits(JSON.stringify({ type: text, seq: number, payload }));
      }),
    );
  expect(always).not.toThrow();
});

it.each([
  ['another key', learned.replace('seq', 'sea')],
  ['a number of too many digits', learned.replace('12', '1234567890123456')],
  ['no number', learned.replace('12', '')],
  ['an exponent', learned.replace('12', '1e9')],
  ['a value of another type', learned.replace('null', 'true')],
  ['more behind the end', `${learned} `],
  ['more in between', learned.replace('12', '12,"seq":3')],
  ['a string without an end', learned.slice(0, -9)],
  ['a string that ends in a backslash', '{"type":"\\'],
  ['nothing', ''],
])('a text with %s does not fit', (_what, text) => {
  expect(fits(text)).toBe(false);
});

it('one changed byte never leaves a text that fits but means something else', () => {
  const always = () =>
    fc.assert(
      fc.property(fc.nat(learned.length - 1), fc.integer({ min: 32, max: 126 }), (place, code) => {
        const changed = `${learned.slice(0, place)}${String.fromCharCode(code)}${learned.slice(place + 1)}`;
        if (!fits(changed)) return true;
        return scanJson(changed).shape === scanJson(learned).shape;
      }),
      { numRuns: 2_000 },
    );
  expect(always).not.toThrow();
});
