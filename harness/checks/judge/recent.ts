/** A bounded queue: what falls out at the end is let go. */
export class Recent<Item> {
  readonly #letGo: (item: Item) => void;
  readonly #capacity: number;
  /** By its place in line. A set would have to step over all that it has forgotten to find its oldest item. */
  readonly #places = new Map<Item, number>();
  #line: Item[] = [];
  #head = 0;

  constructor(capacity: number, letGo: (item: Item) => void) {
    this.#capacity = capacity;
    this.#letGo = letGo;
  }

  push(item: Item): void {
    if (this.#places.has(item)) return;
    if (this.#line.length > 2 * this.#capacity) this.#closeRanks();
    this.#places.set(item, this.#line.length);
    this.#line.push(item);
    if (this.#places.size <= this.#capacity) return;
    while (!this.#isInLine(this.#head)) this.#head += 1;
    const oldest = this.#line[this.#head] as Item;
    this.#places.delete(oldest);
    this.#letGo(oldest);
  }

  delete(item: Item): void {
    this.#places.delete(item);
  }

  /** Who left may have come back further behind. */
  #isInLine(place: number): boolean {
    return this.#places.get(this.#line[place] as Item) === place;
  }

  #closeRanks(): void {
    this.#line = this.#line.filter((_, place) => this.#isInLine(place));
    this.#head = 0;
    for (const [place, item] of this.#line.entries()) this.#places.set(item, place);
  }
}
