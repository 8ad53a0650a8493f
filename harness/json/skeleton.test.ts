import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scanJson } from './json-scan.ts';
import { Skeleton } from './skeleton.ts';
import { bytesOf } from './text-bytes.ts';

const learned = '{"type":"a","seq":12,"payload":{"text":"said","none":null,"list":[1,"x"]}}';

const skeleton = new Skeleton(learned);
const fits = (text: string): boolean => skeleton.fits(bytesOf(text));

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

it.each([
  ['a line break in a string', learned.replace('said', 'sa\nid')],
  ['a zero byte in a string', learned.replace('said', 'sa\0id')],
])('a text with %s is no JSON and does not fit', (_what, text) => {
  expect(fits(text)).toBe(false);
});

it('a value that is told to stay must be the same', () => {
  const strict = new Skeleton(learned, (nth) => nth < 2);
  const others = learned.replace('said', 'other');
  expect(strict.values).toBe(skeleton.values - 2);
  expect(strict.fits(bytesOf(others))).toBe(true);
  expect(others.slice(strict.startOf(0), strict.endOf(0))).toBe('other');
  expect(strict.fits(bytesOf(learned.replace('12', '13')))).toBe(false);
  expect(strict.fits(bytesOf(learned.replace('"a"', '"b"')))).toBe(false);
});

it('says where values stand, and whether they are what they stand for', () => {
  fits('{"type":"b","seq":-7.5,"payload":{"text":"","none":null,"list":[1,"\\n"]}}');
  expect(skeleton.isPlain).toBe(false);
  expect([skeleton.startOf(1), skeleton.endOf(1)]).toEqual([18, 22]);
});

it('a number that was learned with an exponent may be no other one: it may be too large', () => {
  const raw = '{"type":"x","price":1e5,"seq":7}';
  const form = new Skeleton(raw);
  expect(form.fits(bytesOf(raw.replace('7', '8')))).toBe(true);
  expect(form.fits(bytesOf(raw.replace('1e5', '1e400')))).toBe(false);
});
