/** A bounded queue: what falls out at the end is let go. */
export class Recent<Item> {
  readonly #letGo: (item: Item) => void;
  readonly #capacity: number;
  readonly #items = new Set<Item>();

  constructor(capacity: number, letGo: (item: Item) => void) {
    this.#capacity = capacity;
    this.#letGo = letGo;
  }

  push(item: Item): void {
    this.#items.add(item);
    if (this.#items.size <= this.#capacity) return;
    const [oldest] = this.#items;
    if (oldest === undefined) return;
    this.#items.delete(oldest);
    this.#letGo(oldest);
  }

  delete(item: Item): void {
    this.#items.delete(item);
  }
}
