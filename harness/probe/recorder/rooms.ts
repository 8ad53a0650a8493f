/** Rooms are cut from pieces of this size: a buffer of its own for each costs more than the text in it. */
const slabBytes = 64 * 1024;

/** Gives out small rooms for bytes, outside of the heap; a piece is freed when nobody holds a room of it any more. */
export class Rooms {
  /** Where the room is that was taken last. */
  slab: Buffer = Buffer.allocUnsafeSlow(slabBytes);
  start = 0;
  #used = 0;

  /** @param bytes At most 64 KiB. */
  take(bytes: number): void {
    if (this.#used + bytes > slabBytes) {
      this.slab = Buffer.allocUnsafeSlow(slabBytes);
      this.#used = 0;
    }
    this.start = this.#used;
    this.#used += bytes;
  }
}
