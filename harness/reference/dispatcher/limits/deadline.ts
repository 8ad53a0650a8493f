/** Who is told that time is up. */
export interface Expiring {
  expire(): void;
}

/** Who keeps the ring of open deadlines and the timer. */
export interface DeadlineKeeper {
  admit(deadline: Deadline): void;
  /** Hears that a deadline was closed. */
  rest(): void;
  wakeBy(dueAt: number): void;
}

/** One thing that must happen in time; an entry of a doubly linked ring, so that closing it costs no search. */
export class Deadline {
  dueAt = Number.POSITIVE_INFINITY;
  next: Deadline = this;
  previous: Deadline = this;
  readonly #keeper: DeadlineKeeper;
  readonly #target: Expiring;
  #isOpen = false;

  constructor(keeper: DeadlineKeeper, target: Expiring) {
    this.#keeper = keeper;
    this.#target = target;
  }

  /** Opens the deadline again when it was closed or has expired. */
  moveTo(dueAt: number): void {
    this.dueAt = dueAt;
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.#keeper.admit(this);
    }
    this.#keeper.wakeBy(dueAt);
  }

  /** Closing twice is harmless. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.previous.next = this.next;
    this.next.previous = this.previous;
    // A dead entry that points on would keep the ones after it from being collected young.
    this.next = this;
    this.previous = this;
    this.#keeper.rest();
  }

  /** Closes and tells the target, unless it was closed in the meantime. */
  expire(): void {
    if (!this.#isOpen) return;
    this.close();
    this.#target.expire();
  }

  linkBefore(other: Deadline): void {
    this.previous = other.previous;
    this.next = other;
    this.previous.next = this;
    other.previous = this;
  }
}
