/** Remembers what was set last, and forgets what was set longest ago: a client that lives for days must not grow. */
export class RecentMap<Key, Value> {
  readonly #capacity: number;
  readonly #values = new Map<Key, Value>();

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(key: Key): Value | undefined {
    return this.#values.get(key);
  }

  set(key: Key, value: Value): void {
    if (!this.#values.has(key) && this.#values.size >= this.#capacity) {
      const [oldest] = this.#values.keys();
      if (oldest !== undefined) this.#values.delete(oldest);
    }
    this.#values.set(key, value);
  }

  entries(): Iterable<readonly [Key, Value]> {
    return this.#values;
  }
}
