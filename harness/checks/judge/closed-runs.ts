/** Slots are filled up to this share, then the table grows by half: 9 to 15 bytes per run, measured over its growth. */
const fullest = 0.85;
const growth = 1.5;

/**
 * Remembers the ids of closed runs as 64-bit hashes, 8 bytes a slot, so that a reused id is noticed long after
 * everything else of the run was freed. Two ids of a million collide with a chance of 3 in 10^8.
 */
export class ClosedRuns {
  #slots = new Uint32Array(2 * 1024);
  #count = 0;

  get size(): number {
    return this.#count;
  }

  get bytes(): number {
    return this.#slots.byteLength;
  }

  has(id: string): boolean {
    const [high, low] = hash(id);
    return this.#slots[this.#find(this.#slots, high, low) + 1] !== 0;
  }

  add(id: string): void {
    if ((this.#count + 1) * 2 > this.#slots.length * fullest) this.#grow();
    const [high, low] = hash(id);
    const slot = this.#find(this.#slots, high, low);
    if (this.#slots[slot + 1] === 0) this.#count += 1;
    this.#slots[slot] = high;
    this.#slots[slot + 1] = low;
  }

  /** Index of the slot that holds the hash, or of the free one where it belongs (linear probing). */
  #find(slots: Uint32Array, high: number, low: number): number {
    // Whole numbers on both sides, or the rest is found by the slow division of floats.
    const capacity = slots.length >>> 1;
    let slot = ((high >>> 0) % capacity) * 2;
    while (slots[slot + 1] !== 0 && (slots[slot] !== high || slots[slot + 1] !== low)) {
      slot = slot + 2 === slots.length ? 0 : slot + 2;
    }
    return slot;
  }

  #grow(): void {
    const old = this.#slots;
    const grown = new Uint32Array(2 * Math.ceil((old.length / 2) * growth));
    for (let slot = 0; slot < old.length; slot += 2) {
      const high = old[slot] ?? 0;
      const low = old[slot + 1] ?? 0;
      if (low === 0) continue;
      const place = this.#find(grown, high, low);
      grown[place] = high;
      grown[place + 1] = low;
    }
    this.#slots = grown;
  }
}

/** FNV-1a and, independent of it, a multiplicative hash with Murmur3's finaliser; the second half is never 0. */
function hash(id: string): [number, number] {
  let high = 0x811c9dc5;
  let low = 0x9747b28c;
  for (let index = 0; index < id.length; index += 1) {
    const code = id.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low + code, 0xcc9e2d51);
    low = (low << 15) | (low >>> 17);
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b);
  low ^= low >>> 13;
  return [high >>> 0, low >>> 0 || 1];
}
