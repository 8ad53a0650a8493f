import { randomBytes } from 'node:crypto';
import { opcodes, type WireFrame } from './wire-frame.ts';

/** Bytes of one frame, legal or not: whatever the fields say is what goes out. Default: a whole unmasked text frame. */
export function encodeFrame(frame: Partial<WireFrame> & { readonly payload: Buffer }): Buffer {
  const { fin = true, rsv = 0, opcode = opcodes.text, masked = false, payload } = frame;
  const first = (fin ? 0x80 : 0) | (rsv << 4) | opcode;
  const head = Buffer.from([first, ...encodeLength(payload.length, masked ? 0x80 : 0)]);
  if (!masked) return Buffer.concat([head, payload]);
  const mask = randomBytes(4);
  return Buffer.concat([head, mask, applyMask(payload, mask)]);
}

export function applyMask(payload: Buffer, mask: Buffer): Buffer {
  return Buffer.from(payload.map((byte, index) => byte ^ (mask[index & 3] ?? 0)));
}

function encodeLength(length: number, maskBit: number): number[] {
  if (length < 126) return [maskBit | length];
  if (length < 65_536) return [maskBit | 126, length >> 8, length & 255];
  const wide = Buffer.alloc(8);
  wide.writeBigUInt64BE(BigInt(length));
  return [maskBit | 127, ...wide];
}
