import type { CanonicalEvent } from '../contract/canonical-event.ts';

interface Waiter {
  readonly wants: (event: CanonicalEvent) => boolean;
  readonly settle: (event: CanonicalEvent | undefined) => void;
}

interface EventSource {
  /** Offers whatever came already, before a wait is given up. */
  catchUp(): void;
}

/** Lets a journey wait for an event of a connection, up to a deadline, without polling. */
export class EventWaiters {
  /** Made by the first wait: most sessions of a load never wait. */
  #waiters: Set<Waiter> | undefined;
  readonly #source: EventSource | undefined;

  constructor(source?: EventSource) {
    this.#source = source;
  }

  /** The first event from now on that `wants` accepts; `undefined` at the deadline or when the line is dead. */
  wait(
    wants: (event: CanonicalEvent) => boolean,
    deadlineMs: number,
  ): Promise<CanonicalEvent | undefined> {
    return new Promise((resolve) => {
      const waiter: Waiter = {
        wants,
        settle: (event) => {
          clearTimeout(timer);
          this.#waiters?.delete(waiter);
          resolve(event);
        },
      };
      const timer = setTimeout(() => {
        this.#source?.catchUp();
        waiter.settle(undefined);
      }, deadlineMs);
      this.#waiters ??= new Set();
      this.#waiters.add(waiter);
    });
  }

  offer(event: CanonicalEvent): void {
    if (this.#waiters === undefined) return;
    for (const waiter of this.#waiters) if (waiter.wants(event)) waiter.settle(event);
  }

  giveUp(): void {
    for (const waiter of this.#waiters ?? []) waiter.settle(undefined);
  }
}
