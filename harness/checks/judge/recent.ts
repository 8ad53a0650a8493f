/** What stands in such a line carries its own place: a look-up for each costs more than all the rest. */
export interface Queued {
  /** -1: in no line. */
  place: number;
}

/** A bounded queue: what falls out at the end is let go. */
export class Recent<Item extends Queued> {
  readonly #letGo: (item: Item) => void;
  readonly #capacity: number;
  #line: Item[] = [];
  #head = 0;
  #size = 0;

  constructor(capacity: number, letGo: (item: Item) => void) {
    this.#capacity = capacity;
    this.#letGo = letGo;
  }

  push(item: Item): void {
    if (item.place >= 0) return;
    if (this.#line.length > 2 * this.#capacity) this.#closeRanks();
    item.place = this.#line.length;
    this.#line.push(item);
    this.#size += 1;
    if (this.#size <= this.#capacity) return;
    while (!this.#isInLine(this.#head)) this.#head += 1;
    const oldest = this.#line[this.#head] as Item;
    this.delete(oldest);
    this.#letGo(oldest);
  }

  delete(item: Item): void {
    if (item.place < 0) return;
    item.place = -1;
    this.#size -= 1;
  }

  /** Who left may have come back further behind. */
  #isInLine(place: number): boolean {
    return this.#line[place]?.place === place;
  }

  #closeRanks(): void {
    this.#line = this.#line.filter((_, place) => this.#isInLine(place));
    this.#head = 0;
    for (const [place, item] of this.#line.entries()) item.place = place;
  }
}
