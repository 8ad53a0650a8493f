import type { Skeleton } from './skeleton.ts';

const encoder = new TextEncoder();
const mostPerUnit = 3;
/** Behind the text, so that its last bytes can be read as a word. */
const wordBytes = 4;

let bytes = Buffer.alloc(0);
let latest: string | undefined;
let latestBytes: TextBytes = grow(4_096);

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
  const most = text.length * mostPerUnit + wordBytes;
  if (most > bytes.length) latestBytes = grow(2 * most);
  const { written } = encoder.encodeInto(text, bytes);
  latest = text;
  latestBytes = { bytes, view: latestBytes.view, length: written, fits: undefined };
  return latestBytes;
}

function grow(size: number): TextBytes {
  bytes = Buffer.from(new ArrayBuffer(size));
  return { bytes, view: new DataView(bytes.buffer), length: 0, fits: undefined };
}
