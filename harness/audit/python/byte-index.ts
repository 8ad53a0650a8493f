const firstSize = 1 << 14;

/** Numbers the parts of sources: the same bytes have the same number, whichever source they stand in. */
export interface ByteIndex {
  numberOf(bytes: Buffer, from: number, to: number): number;
  /** The text of a number, one character a byte. */
  textOf(number: number): string;
}

/** A map by bytes: to ask a `Map`, a text would have to be cut out, hashed and collected for each question. */
export function createByteIndex(): ByteIndex {
  const texts: string[] = [];
  const hashes: number[] = [];
  /** Numbers plus one by hash, with open addressing; at most half of it is taken. */
  let slots = new Int32Array(firstSize);

  function isText(number: number, bytes: Buffer, from: number, to: number): boolean {
    const text = texts[number] ?? '';
    if (text.length !== to - from) return false;
    for (let at = 0; at < text.length; at += 1)
      if (text.charCodeAt(at) !== bytes[from + at]) return false;
    return true;
  }

  function grow(): void {
    slots = new Int32Array(slots.length * 2);
    const mask = slots.length - 1;
    for (const [number, hash] of hashes.entries()) {
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
  }

  return {
    numberOf(bytes, from, to) {
      let hash = to - from;
      for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
      hash ^= hash >>> 15;
      const mask = slots.length - 1;
      let slot = hash & mask;
      for (let entry = slots[slot] ?? 0; entry !== 0; entry = slots[slot] ?? 0) {
        if (hashes[entry - 1] === hash && isText(entry - 1, bytes, from, to)) return entry - 1;
        slot = (slot + 1) & mask;
      }
      texts.push(bytes.toString('latin1', from, to));
      hashes.push(hash);
      slots[slot] = hashes.length;
      if (hashes.length * 2 > slots.length) grow();
      return hashes.length - 1;
    },
    textOf: (number) => texts[number] ?? '',
  };
}
