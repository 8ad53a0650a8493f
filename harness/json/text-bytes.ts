import type { Skeleton } from './skeleton.ts';

const encoder = new TextEncoder();
const mostPerUnit = 3;
/** Behind the text, so that its last bytes can be read as a word. */
const wordBytes = 4;
/** Longer texts, in code units, get a room of their own that goes with them: one large frame must not fill the memory for ever. */
const longest = 64 * 1024;

let bytes = Buffer.from(new ArrayBuffer(4_096));
let view = new DataView(bytes.buffer);
let latest: string | undefined;
let latestBytes: TextBytes = { bytes, view, length: 0, fits: undefined };

/** The UTF-8 of one text at the beginning of a room that others use after it. */
export interface TextBytes {
  readonly bytes: Buffer;
  readonly view: DataView;
  /** Bytes of the text. The room goes on for at least four more. */
  readonly length: number;
  /** What the text was found to be like. */
  fits: Skeleton | undefined;
}

/**
 * The UTF-8 of a text, good until the next call. The one asked for last is not encoded again: whoever reads, scans and
 * digests a frame does so with the same bytes.
 */
export function bytesOf(text: string): TextBytes {
  if (text === latest) return latestBytes;
  if (text.length > longest) return roomOf(text);
  const most = text.length * mostPerUnit + wordBytes;
  if (most > bytes.length) grow(2 * most);
  const { written } = encoder.encodeInto(text, bytes);
  latest = text;
  latestBytes = { bytes, view, length: written, fits: undefined };
  return latestBytes;
}

function roomOf(text: string): TextBytes {
  const length = Buffer.byteLength(text);
  const own = Buffer.from(new ArrayBuffer(length + wordBytes));
  own.write(text);
  return { bytes: own, view: new DataView(own.buffer), length, fits: undefined };
}

function grow(size: number): void {
  bytes = Buffer.from(new ArrayBuffer(size));
  view = new DataView(bytes.buffer);
}
