import { applyMask } from './encode-frame.ts';
import type { WireFrame } from './wire-frame.ts';

interface Head {
  readonly start: number;
  readonly length: number;
  readonly mask: number;
}

/** Cuts a byte stream into WebSocket frames. Expects a sound peer: it is used on the target's side of a proxy only. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);

  /** The frames that are complete with this chunk. */
  push(chunk: Buffer): WireFrame[] {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const frames: WireFrame[] = [];
    for (let frame = this.#take(); frame !== undefined; frame = this.#take()) frames.push(frame);
    return frames;
  }

  #take(): WireFrame | undefined {
    const rest = this.#rest;
    const head = readHead(rest);
    if (head === undefined || rest.length < head.start + head.length) return undefined;
    const [first = 0] = rest;
    const payload = rest.subarray(head.start, head.start + head.length);
    this.#rest = rest.subarray(head.start + head.length);
    const masked = head.mask > 0;
    return {
      fin: (first & 0x80) !== 0,
      rsv: (first >> 4) & 7,
      opcode: first & 0x0f,
      masked,
      payload: masked ? applyMask(payload, rest.subarray(head.start - 4, head.start)) : payload,
    };
  }
}

/** `undefined` while the head is incomplete. */
function readHead(bytes: Buffer): Head | undefined {
  const second = bytes[1];
  if (second === undefined) return undefined;
  const mask = (second & 0x80) === 0 ? 0 : 4;
  const short = second & 0x7f;
  const width = short === 126 ? 2 : short === 127 ? 8 : 0;
  const start = 2 + width + mask;
  if (bytes.length < start) return undefined;
  const length =
    width === 0 ? short : width === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  return { start, length, mask };
}
