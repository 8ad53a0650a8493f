const firstNumbers = 1 << 13;
const firstBytes = 1 << 17;

/** Numbers the parts of sources: the same bytes have the same number, whichever source they stand in. */
export interface ByteIndex {
  /** From 0, in the order in which parts are first seen. */
  numberOf(bytes: Uint8Array, from: number, to: number): number;
}

function longer<Numbers extends Int32Array | Uint8Array>(numbers: Numbers, longest: Numbers) {
  longest.set(numbers);
  return longest;
}

/** A map by bytes: to ask a `Map`, a text would have to be cut out, hashed and collected for each question. */
export function createByteIndex(): ByteIndex {
  /** The bytes of every part, one after the other, and where each ends. */
  let kept = new Uint8Array(firstBytes);
  let ends = new Int32Array(firstNumbers);
  let hashes = new Int32Array(firstNumbers);
  /** Numbers plus one by hash, with open addressing; at most half of it is taken. */
  let slots = new Int32Array(firstNumbers * 2);
  let count = 0;
  let length = 0;

  function isKept(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = number === 0 ? 0 : (ends[number - 1] ?? 0);
    if ((ends[number] ?? 0) - start !== to - from) return false;
    for (let at = from, other = start; at < to; at += 1, other += 1)
      if (bytes[at] !== kept[other]) return false;
    return true;
  }

  function grow(): void {
    ends = longer(ends, new Int32Array(count * 2));
    hashes = longer(hashes, new Int32Array(count * 2));
    slots = new Int32Array(count * 4);
    const mask = slots.length - 1;
    for (let number = 0; number < count; number += 1) {
      let slot = (hashes[number] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
  }

  function keep(bytes: Uint8Array, from: number, to: number): void {
    const end = length + to - from;
    if (end > kept.length) kept = longer(kept, new Uint8Array(end * 2));
    for (let at = from; at < to; at += 1, length += 1) kept[length] = bytes[at] ?? 0;
    ends[count] = length;
    count += 1;
  }

  return {
    numberOf(bytes, from, to) {
      let hash = to - from;
      for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
      hash ^= hash >>> 15;
      const mask = slots.length - 1;
      let slot = hash & mask;
      for (let entry = slots[slot] ?? 0; entry !== 0; entry = slots[slot] ?? 0) {
        if (hashes[entry - 1] === hash && isKept(entry - 1, bytes, from, to)) return entry - 1;
        slot = (slot + 1) & mask;
      }
      hashes[count] = hash;
      keep(bytes, from, to);
      slots[slot] = count;
      if (count === ends.length) grow();
      return count - 1;
    },
  };
}
