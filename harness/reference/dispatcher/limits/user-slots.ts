import type { DispatcherLimits } from './dispatcher-limits.ts';

/** A call that waits for a place. */
export interface SlotSeeker {
  readonly concurrencyClass: string;
  /** The place is taken already when this is called. */
  enter(): void;
}

interface UserLoad {
  running: number;
  /** By index in the list of limited classes. */
  readonly runningOf: number[];
  readonly waiting: SlotSeeker[];
}

/** Idle users are forgotten together, from this many entries on: forgetting each at once cost more than the dispatch. */
const fewestToSweep = 1_000;

/** How many tool calls of each user run and wait. Owned by one factory. */
export class UserSlots {
  readonly #limits: DispatcherLimits;
  readonly #limitedClasses: readonly string[];
  readonly #classLimits: readonly number[];
  readonly #users = new Map<string, UserLoad>();
  #sweepAt = fewestToSweep;

  constructor(limits: DispatcherLimits) {
    this.#limits = limits;
    this.#limitedClasses = Object.keys(limits.concurrencyClasses);
    this.#classLimits = Object.values(limits.concurrencyClasses);
  }

  /** Users in the table, idle ones among them. */
  get knownUsers(): number {
    return this.#users.size;
  }

  /** Takes a place if one is free. No call that waits is overtaken: a place that fits it went to it when it came free. */
  tryEnter(userId: string, concurrencyClass: string): boolean {
    const load = this.#users.get(userId) ?? this.#meet(userId);
    if (!this.#hasPlace(load, concurrencyClass)) return false;
    this.#count(load, concurrencyClass, 1);
    return true;
  }

  /** Queues for a place; false when the queue is full. */
  tryWait(userId: string, seeker: SlotSeeker): boolean {
    const load = this.#users.get(userId);
    if (load === undefined || load.waiting.length >= this.#limits.maxWaitingPerUser) return false;
    load.waiting.push(seeker);
    return true;
  }

  giveUp(userId: string, seeker: SlotSeeker): void {
    const load = this.#users.get(userId);
    const place = load?.waiting.indexOf(seeker) ?? -1;
    if (place >= 0) load?.waiting.splice(place, 1);
  }

  /** Frees a place and hands it to the first waiting call that fits. */
  leave(userId: string, concurrencyClass: string): void {
    const load = this.#users.get(userId);
    if (load === undefined) return;
    this.#count(load, concurrencyClass, -1);
    if (load.waiting.length > 0) this.#admitNext(load);
  }

  #meet(userId: string): UserLoad {
    if (this.#users.size >= this.#sweepAt) this.#forgetIdleUsers();
    const load = { running: 0, runningOf: this.#classLimits.map(() => 0), waiting: [] };
    this.#users.set(userId, load);
    return load;
  }

  #forgetIdleUsers(): void {
    for (const [userId, load] of this.#users) if (load.running === 0) this.#users.delete(userId);
    this.#sweepAt = Math.max(fewestToSweep, 2 * this.#users.size);
  }

  #admitNext(load: UserLoad): void {
    const place = load.waiting.findIndex((seeker) => this.#hasPlace(load, seeker.concurrencyClass));
    const [next] = place < 0 ? [] : load.waiting.splice(place, 1);
    if (next === undefined) return;
    this.#count(load, next.concurrencyClass, 1);
    next.enter();
  }

  #hasPlace(load: UserLoad, concurrencyClass: string): boolean {
    if (load.running >= this.#limits.maxConcurrentPerUser) return false;
    const limited = this.#limitedClasses.indexOf(concurrencyClass);
    return limited < 0 || at(load.runningOf, limited) < at(this.#classLimits, limited);
  }

  #count(load: UserLoad, concurrencyClass: string, by: 1 | -1): void {
    load.running += by;
    const limited = this.#limitedClasses.indexOf(concurrencyClass);
    if (limited >= 0) load.runningOf[limited] = at(load.runningOf, limited) + by;
  }
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? 0;
}
