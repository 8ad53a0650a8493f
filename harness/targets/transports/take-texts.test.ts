import fc from 'fast-check';
import { expect, it } from 'vitest';
import { takeTexts } from './take-texts.ts';

/** A frame of a server (RFC 6455, section 5.2): never masked. */
function encode(payload: Buffer, first = 0x81): Buffer {
  const { length } = payload;
  if (length < 126) return Buffer.concat([Buffer.from([first, length]), payload]);
  return Buffer.concat([Buffer.from([first, 126, length >> 8, length & 0xff]), payload]);
}

function take(bytes: Buffer): { texts: string[]; taken: number } {
  const texts: string[] = [];
  const taker = { isReady: () => true, text: (text: string) => void texts.push(text) };
  return { taken: takeTexts(bytes, bytes.length, taker), texts };
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).filter((each) => each.isWellFormed()),
  fc.integer({ min: 120, max: 300 }).map((length) => 'x'.repeat(length)),
);

it('takes whole text frames and nothing of one that is cut', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), fc.nat(), (texts, cut) => {
      const sure = texts.map((each) => each.replaceAll('\uFFFD', '?'));
      const frames = sure.map((each) => encode(Buffer.from(each)));
      const all = Buffer.concat(frames);
      const part = all.subarray(0, cut % (all.length + 1));
      const { texts: seen, taken } = take(part);
      const ends = frames.map((_, index) => Buffer.concat(frames.slice(0, index + 1)).length);
      const whole = ends.filter((end) => end <= part.length);
      expect(seen).toEqual(sure.slice(0, whole.length));
      expect(taken).toBe(whole.at(-1) ?? 0);
    }),
  );
});

it.each([
  ['a ping', encode(Buffer.from('ping'), 0x89)],
  ['a close', encode(Buffer.from([0x03, 0xe8]), 0x88)],
  ['bytes', encode(Buffer.from([1, 2, 3]), 0x82)],
  ['the first part of a message', encode(Buffer.from('he'), 0x01)],
  ['a frame of an extension', encode(Buffer.from('x'), 0xc1)],
  ['a masked frame', Buffer.from([0x81, 0x81, 1, 2, 3, 4, 5])],
  ['a text that is no UTF-8', encode(Buffer.from([0xff, 0xfe]))],
  ['a text with a character that stands for what is no UTF-8', encode(Buffer.from('a\uFFFDb'))],
  ['a frame with a long length', Buffer.from([0x81, 127, 0, 0, 0, 0, 0, 0, 0, 1, 0x61])],
])('leaves %s, and all behind it, to a reader of all of the protocol', (_, odd) => {
  const before = encode(Buffer.from('before'));
  const { texts, taken } = take(Buffer.concat([before, odd, encode(Buffer.from('behind'))]));
  expect(texts).toEqual(['before']);
  expect(taken).toBe(before.length);
});
