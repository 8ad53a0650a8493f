/** Numbers further than this above the first one are not remembered, so that a wild number cannot fill the memory. */
const widest = 1_000_000;

export interface Delivery {
  readonly n: number;
  readonly epoch: number;
  readonly fingerprint: number;
}

/** Three plain numbers per delivery, because every event of every open run is kept: record, epoch, fingerprint. */
const fields = 3;
const absent = -1;

/** What was delivered in one scope, by sequence number and by name. */
export class Deliveries {
  #low = 0;
  readonly #byNumber: number[] = [];
  #byName: Map<string, Delivery> | undefined;

  ofNumber(number: number): Delivery | undefined {
    const place = (number - this.#low) * fields;
    const n = this.#byNumber[place] ?? absent;
    if (place < 0 || n === absent) return undefined;
    const epoch = this.#byNumber[place + 1] ?? 0;
    return { n, epoch, fingerprint: this.#byNumber[place + 2] ?? 0 };
  }

  keepNumber(number: number, n: number, epoch: number, fingerprint: number): void {
    const numbers = this.#byNumber;
    if (numbers.length === 0) this.#low = number;
    const distance = number - this.#low;
    if (Math.abs(distance) >= widest) return;
    if (distance < 0) this.#lower(number);
    const place = (number - this.#low) * fields;
    while (numbers.length < place) numbers.push(absent, 0, 0);
    if (numbers.length === place) numbers.push(n, epoch, fingerprint);
    else numbers.splice(place, fields, n, epoch, fingerprint);
  }

  ofName(name: string): Delivery | undefined {
    return this.#byName?.get(name);
  }

  /** `most`: how many names are kept; the oldest one goes first. */
  keepName(name: string, delivery: Delivery, most = Infinity): void {
    const names = (this.#byName ??= new Map());
    names.set(name, delivery);
    if (names.size <= most) return;
    const [oldest] = names.keys();
    if (oldest !== undefined) names.delete(oldest);
  }

  #lower(number: number): void {
    const holes = Array.from({ length: this.#low - number }, () => [absent, 0, 0]).flat();
    this.#byNumber.unshift(...holes);
    this.#low = number;
  }
}
