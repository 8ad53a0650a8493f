import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { encodeFrame } from './encode-frame.ts';
import { FrameReader } from './frame-reader.ts';

const frame = record({
  fin: boolean(),
  rsv: integer({ min: 0, max: 7 }),
  opcode: constantFrom(0, 1, 2, 8, 9, 10),
  masked: boolean(),
  payload: constantFrom(0, 1, 125, 126, 70_000).map((length) =>
    Buffer.alloc(length, 'golden-path'),
  ),
});

test('what was encoded is read back, however the stream is cut', () => {
  assert(
    property(array(frame, { maxLength: 4 }), integer({ min: 1, max: 40_000 }), (frames, size) => {
      const stream = Buffer.concat(frames.map(encodeFrame));
      const reader = new FrameReader();
      const read = [];
      for (let at = 0; at < stream.length; at += size) {
        read.push(...reader.push(stream.subarray(at, at + size)));
      }
      expect(read).toEqual(frames);
    }),
    { numRuns: 20 },
  );
});
