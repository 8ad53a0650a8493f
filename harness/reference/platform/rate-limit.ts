export interface Rate {
  /** What may be taken at once. */
  readonly burst: number;
  readonly perSecond: number;
}

/** A token bucket. `now` in epoch milliseconds. */
export class Allowance {
  readonly #rate: Rate;
  readonly #now: () => number;
  #left: number;
  #filledAt: number;

  constructor(rate: Rate, now: () => number = Date.now) {
    this.#rate = rate;
    this.#now = now;
    this.#left = rate.burst;
    this.#filledAt = now();
  }

  /** False when nothing is left; nothing is taken then. */
  take(): boolean {
    this.#fill();
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }

  isFull(): boolean {
    this.#fill();
    return this.#left >= this.#rate.burst;
  }

  isExhausted(): boolean {
    this.#fill();
    return this.#left < 1;
  }

  #fill(): void {
    const now = this.#now();
    const gained = (Math.max(0, now - this.#filledAt) / 1000) * this.#rate.perSecond;
    this.#left = Math.min(this.#rate.burst, this.#left + gained);
    this.#filledAt = now;
  }
}

/** One allowance per key; those that are full again are forgotten, so that memory stays bounded by real use. */
export class RateLimit {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #allowances = new Map<string, Allowance>();
  #sweepAt = 1_000;

  constructor(rate: Rate, now: () => number = Date.now) {
    this.#rate = rate;
    this.#now = now;
  }

  take(key: string): boolean {
    let allowance = this.#allowances.get(key);
    if (allowance === undefined) {
      this.#sweep();
      allowance = new Allowance(this.#rate, this.#now);
      this.#allowances.set(key, allowance);
    }
    return allowance.take();
  }

  isExhausted(key: string): boolean {
    return this.#allowances.get(key)?.isExhausted() ?? false;
  }

  #sweep(): void {
    if (this.#allowances.size < this.#sweepAt) return;
    for (const [key, allowance] of this.#allowances) {
      if (allowance.isFull()) this.#allowances.delete(key);
    }
    this.#sweepAt = Math.max(1_000, this.#allowances.size * 2);
  }
}
