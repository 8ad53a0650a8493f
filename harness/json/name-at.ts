import type { TextBytes } from './text-bytes.ts';

/** Places, a power of two. Of two names that fall on one, the later one has it. */
const places = 4_096;
const wordBytes = 4;
/** Longer names are rare. */
const mostWords = 12;
const prime = 0x01000193;

const names: string[] = Array.from({ length: places }, () => '');
const lengths = new Uint8Array(places);
const wordsOf = new Int32Array(places * mostWords);
/** Those of the name that is being looked for. */
const words = new Int32Array(mostWords);

/**
 * The name that stands at this place of an ASCII text: the same string for the same name, where it was met lately. A
 * part cut from the text would keep all of the text alive, and would be hashed and compared anew wherever it is looked up.
 */
export function nameAt({ bytes, view }: TextBytes, start: number, end: number): string {
  const length = end - start;
  if (length === 0 || length > mostWords * wordBytes) return bytes.toString('latin1', start, end);
  const count = (length + wordBytes - 1) >> 2;
  let hash = length;
  for (let nth = 0; nth < count; nth += 1) {
    const word = view.getInt32(start + nth * wordBytes, true);
    // Bytes behind the name are no part of it.
    const behind = Math.max(0, (nth + 1) * wordBytes - length);
    words[nth] = word & (-1 >>> (8 * behind));
    hash = Math.imul(hash ^ (words[nth] ?? 0), prime);
    hash ^= hash >>> 15;
  }
  const place = hash & (places - 1);
  if (lengths[place] === length && holds(place, count)) return names[place] ?? '';
  const name = bytes.toString('latin1', start, end);
  names[place] = name;
  lengths[place] = length;
  for (let nth = 0; nth < count; nth += 1) wordsOf[place * mostWords + nth] = words[nth] ?? 0;
  return name;
}

function holds(place: number, count: number): boolean {
  const first = place * mostWords;
  for (let nth = 0; nth < count; nth += 1) if (wordsOf[first + nth] !== words[nth]) return false;
  return true;
}
