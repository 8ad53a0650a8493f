import { performance } from 'node:perf_hooks';
import { Deadline, type DeadlineKeeper, type Expiring } from './deadline.ts';

/** A Node timer may fire up to this much before `performance.now` has reached its time. */
const timerSlackMs = 1;

/**
 * The open deadlines of one factory, served by one timer: a timer of its own for each call cost more than the rest of
 * the dispatch. The timer wakes for the earliest deadline it was armed for, closed or not, and is then armed anew.
 */
export class DeadlineWatch implements DeadlineKeeper {
  /** Stands between the last and the first. */
  readonly #ring = new Deadline(this, { expire: () => undefined });
  #timer: NodeJS.Timeout | undefined;
  #wakesAt = Number.POSITIVE_INFINITY;

  /** `dueAt` is on the clock of `performance.now()`. */
  open(target: Expiring, dueAt: number): Deadline {
    const deadline = new Deadline(this, target);
    deadline.moveTo(dueAt);
    return deadline;
  }

  admit(deadline: Deadline): void {
    if (this.#ring.next === this.#ring) this.#timer?.ref();
    deadline.linkBefore(this.#ring);
  }

  /** Lets the process end when none is open; the timer itself is kept for the next one. */
  rest(): void {
    if (this.#ring.next === this.#ring) this.#timer?.unref();
  }

  wakeBy(dueAt: number): void {
    if (dueAt >= this.#wakesAt) return;
    clearTimeout(this.#timer);
    this.#wakesAt = dueAt;
    const afterMs = Math.max(1, dueAt - performance.now());
    this.#timer = setTimeout(() => this.#expireDue(), afterMs);
  }

  #expireDue(): void {
    this.#timer = undefined;
    this.#wakesAt = Number.POSITIVE_INFINITY;
    const now = performance.now() + timerSlackMs;
    let earliest = Number.POSITIVE_INFINITY;
    const due: Deadline[] = [];
    for (let entry = this.#ring.next; entry !== this.#ring; entry = entry.next) {
      if (entry.dueAt <= now) due.push(entry);
      else earliest = Math.min(earliest, entry.dueAt);
    }
    this.wakeBy(earliest);
    // Who stalled for longer than lies between two deadlines finds both due.
    if (due.length > 1) due.sort((one, other) => one.dueAt - other.dueAt);
    // Told at last, because a target may open, move and close deadlines, its own and others.
    for (const deadline of due) deadline.expire();
  }
}
