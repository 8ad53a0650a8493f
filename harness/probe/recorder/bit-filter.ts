const bits = 20;

/** Remembers parts of texts as one bit each: what was added is always found, and little else (Bloom, 1970). */
export class BitFilter {
  readonly #bytes = new Uint8Array(2 ** (bits - 3));

  add(text: string, start: number, length: number): void {
    const place = placeOf(text, start, length);
    this.#bytes[place >>> 3] = (this.#bytes[place >>> 3] ?? 0) | (1 << (place & 7));
  }

  mayHold(text: string, start: number, length: number): boolean {
    const place = placeOf(text, start, length);
    return ((this.#bytes[place >>> 3] ?? 0) & (1 << (place & 7))) !== 0;
  }
}

/** Multiplied once more at the end, so that every code unit moves the upper bits (Knuth, "Sorting and searching", 6.4). */
function placeOf(text: string, start: number, length: number): number {
  let hash = length;
  for (let at = start; at < start + length; at += 1) {
    hash = Math.imul(hash, 31) + text.charCodeAt(at);
  }
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> (32 - bits);
}
