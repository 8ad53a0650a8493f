import { byte, trimBlank } from './byte.ts';
import { findOutside } from './find-outside.ts';

/** Offset of the colon that ends the header of a compound statement; -1 when there is none outside brackets. */
export function findColon(bytes: Uint8Array, from: number, to: number): number {
  const end = trimBlank(bytes, from, to);
  // The body usually stands in the lines below.
  if (bytes[end - 1] === byte.colon) return end - 1;
  for (let at = findOutside(bytes, from, end); at < end; at = findOutside(bytes, at + 1, end))
    if (bytes[at] === byte.colon && bytes[at + 1] !== byte.equals) return at;
  return -1;
}
