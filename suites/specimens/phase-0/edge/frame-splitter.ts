/** Cuts what the app sends on an open socket into whole WebSocket frames; the app never masks. */
export class FrameSplitter {
  #rest: Buffer = Buffer.alloc(0);

  /** Gives the frames that are complete with these bytes; the rest waits for more. */
  push(bytes: Buffer): Buffer[] {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    const frames: Buffer[] = [];
    for (
      let size = frameSize(this.#rest);
      size <= this.#rest.length;
      size = frameSize(this.#rest)
    ) {
      frames.push(this.#rest.subarray(0, size));
      this.#rest = this.#rest.subarray(size);
    }
    return frames;
  }
}

const textOpcode = 0x81;

/** The text of a frame that is one whole message; undefined for everything else. */
export function readText(frame: Buffer): string | undefined {
  return frame[0] === textOpcode ? frame.subarray(headerSize(frame)).toString() : undefined;
}

/** An unmasked text frame, as a server sends it. At most 65,535 bytes, which is plenty for a status. */
export function writeText(text: string): Buffer {
  const payload = Buffer.from(text);
  const long = payload.length > 125;
  const header = Buffer.alloc(long ? 4 : 2);
  header[0] = textOpcode;
  header[1] = long ? 126 : payload.length;
  if (long) header.writeUInt16BE(payload.length, 2);
  return Buffer.concat([header, payload]);
}

function headerSize(frame: Buffer): number {
  const length = (frame[1] ?? 0) & 0x7f;
  if (length === 126) return 4;
  return length === 127 ? 10 : 2;
}

/** Infinity while the header itself is not complete. */
function frameSize(bytes: Buffer): number {
  if (bytes.length < 2 || bytes.length < headerSize(bytes)) return Number.POSITIVE_INFINITY;
  const length = (bytes[1] ?? 0) & 0x7f;
  if (length === 126) return 4 + bytes.readUInt16BE(2);
  return length === 127 ? 10 + Number(bytes.readBigUInt64BE(2)) : 2 + length;
}
