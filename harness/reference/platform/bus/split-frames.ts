import type { Frame } from './bus.ts';

/** JSON of a character, in bytes, once it was escaped twice: `\\u0000`. */
const longestEscape = 7;

/** What stands around the texts in the JSON of a frame, generously. */
const aroundFrame = 512;

/**
 * Cuts a burst of frames into parts whose JSON is no longer than `maxBytes`; a frame that is longer by itself is a part
 * of its own. Order is kept.
 */
export function splitFrames(frames: readonly Frame[], maxBytes: number): (readonly Frame[])[] {
  const longest = frames.reduce(
    (sum, { text }) => sum + text.length * longestEscape + aroundFrame,
    0,
  );
  if (longest <= maxBytes) return [frames];
  const parts: Frame[][] = [];
  let room = 0;
  for (const frame of frames) {
    const bytes = Buffer.byteLength(JSON.stringify(frame)) + 1;
    if (parts.length === 0 || bytes > room) {
      parts.push([]);
      room = maxBytes;
    }
    parts.at(-1)?.push(frame);
    room -= bytes;
  }
  return parts;
}
