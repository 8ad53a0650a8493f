import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FrameBoundary } from './frame-boundary.ts';

/** An unmasked text frame (RFC 6455, section 5.2) with a payload of this length. */
function frameOf(length: number): Buffer {
  const payload = Buffer.alloc(length, 0x61);
  if (length < 126) return Buffer.concat([Buffer.from([0x81, length]), payload]);
  if (length < 65_536) {
    return Buffer.concat([Buffer.from([0x81, 126, length >> 8, length & 255]), payload]);
  }
  const head = Buffer.alloc(10);
  head[0] = 0x81;
  head[1] = 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}

const lengths = fc.array(fc.constantFrom(0, 1, 125, 126, 300, 65_536), {
  minLength: 1,
  maxLength: 4,
});

test('a stream of whole frames ends between frames, however it is cut into chunks', () => {
  fc.assert(
    fc.property(lengths, fc.integer({ min: 1, max: 5000 }), (sizes, chunk) => {
      const boundary = new FrameBoundary();
      const bytes = Buffer.concat(sizes.map(frameOf));
      for (let at = 0; at < bytes.length; at += chunk)
        boundary.push(bytes.subarray(at, at + chunk), 0);
      expect(boundary.insideFrame).toBe(false);
    }),
  );
});

test('a stream cut anywhere inside its last frame ends inside a frame', () => {
  fc.assert(
    fc.property(lengths, fc.nat(), (sizes, cut) => {
      const last = frameOf(sizes.at(-1) ?? 0);
      const boundary = new FrameBoundary();
      boundary.push(Buffer.concat(sizes.slice(0, -1).map(frameOf)), 0);
      boundary.push(last.subarray(0, 1 + (cut % (last.length - 1))), 0);
      expect(boundary.insideFrame).toBe(true);
    }),
  );
});
