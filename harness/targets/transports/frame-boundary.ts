/** A frame that came in whole. */
export interface SeenFrame {
  readonly fin: boolean;
  readonly opcode: number;
  /** When its first and its last byte came, on the clock of `push`. */
  readonly beganAt: number;
  readonly endedAt: number;
  /** Of a close frame, the first two bytes of its payload: the code. */
  readonly prefix: readonly number[];
}

const closeOpcode = 8;
const none: readonly number[] = [];

/**
 * Follows the frame boundaries of a WebSocket byte stream (RFC 6455, section 5.2) without keeping payloads,
 * so that a line cut inside a frame can be told from a line cut between two frames.
 */
export class FrameBoundary {
  #header: number[] = [];
  #remaining = 0;
  #open: { first: number; beganAt: number; prefix: number[] } | undefined;

  /** True when the bytes seen so far end inside a frame. */
  get insideFrame(): boolean {
    return this.#open !== undefined;
  }

  /** Gives the frames that are whole with this chunk, which came at `now`. */
  push(chunk: Uint8Array, now: number): SeenFrame[] {
    const seen: SeenFrame[] = [];
    let at = this.#open === undefined ? readWhole(chunk, now, seen) : 0;
    while (at < chunk.length) {
      if (this.#remaining > 0) at += this.#skip(chunk, at);
      else this.#readHead(chunk[at++] ?? 0, now);
      const frame = this.#close(now);
      if (frame !== undefined) seen.push(frame);
    }
    return seen;
  }

  #readHead(byte: number, now: number): void {
    this.#open ??= { first: byte, beganAt: now, prefix: [] };
    this.#header.push(byte);
    const length = payloadLength(this.#header);
    if (length === undefined) return;
    this.#header = [];
    this.#remaining = length;
  }

  #skip(chunk: Uint8Array, at: number): number {
    const step = Math.min(this.#remaining, chunk.length - at);
    const prefix = this.#open?.prefix ?? [];
    for (let index = at; index < at + step && prefix.length < 2; index += 1) {
      prefix.push(chunk[index] ?? 0);
    }
    this.#remaining -= step;
    return step;
  }

  #close(now: number): SeenFrame | undefined {
    if (this.#open === undefined || this.#header.length > 0 || this.#remaining > 0)
      return undefined;
    const { first, beganAt, prefix } = this.#open;
    this.#open = undefined;
    return { fin: (first & 0x80) !== 0, opcode: first & 0x0f, beganAt, endedAt: now, prefix };
  }
}

/**
 * Takes the short frames without a mask that a chunk begins with, which nearly all frames of a server are, and gives
 * the place behind them.
 */
function readWhole(chunk: Uint8Array, now: number, seen: SeenFrame[]): number {
  let at = 0;
  for (;;) {
    const first = chunk[at];
    const short = chunk[at + 1];
    if (first === undefined || short === undefined || short > 126) return at;
    const wide = short === 126;
    if (wide && at + 3 >= chunk.length) return at;
    const length = wide ? ((chunk[at + 2] ?? 0) << 8) | (chunk[at + 3] ?? 0) : short;
    const start = at + (wide ? 4 : 2);
    const end = start + length;
    if (end > chunk.length) return at;
    const opcode = first & 0x0f;
    const prefix =
      opcode === closeOpcode ? [...chunk.subarray(start, Math.min(end, start + 2))] : none;
    seen.push({ fin: (first & 0x80) !== 0, opcode, beganAt: now, endedAt: now, prefix });
    at = end;
  }
}

/** Payload bytes that follow (mask included), or `undefined` while the header is incomplete. */
function payloadLength(header: readonly number[]): number | undefined {
  const second = header[1];
  if (second === undefined) return undefined;
  const masked = (second & 0x80) === 0 ? 0 : 4;
  const short = second & 0x7f;
  if (short < 126) return short + masked;
  const width = short === 126 ? 2 : 8;
  if (header.length < 2 + width) return undefined;
  return header.slice(2).reduce((sum, byte) => sum * 256 + byte, 0) + masked;
}
