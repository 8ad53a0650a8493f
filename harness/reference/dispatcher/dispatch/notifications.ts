import type { Delivery, DispatchEventKind } from '../parts.ts';
import type { DispatchScope } from './dispatch-scope.ts';

/** One bit for each kind: a call sends each kind at most once. */
const bits = { tool_executing: 1, tool_completed: 2, progress_update: 4 } as const;
const kinds = ['tool_executing', 'tool_completed', 'progress_update'] as const;

/** The events of one call on their way. A failure to notify is counted and told, and never fails the call. */
export class Notifications {
  readonly #scope: DispatchScope;
  #pending = 0;
  #lost = 0;
  #onSettled: (() => void) | undefined;

  constructor(scope: DispatchScope) {
    this.#scope = scope;
  }

  /** Hands one event over; that has happened when this returns. Chained, because awaiting cost a tenth of the dispatch. */
  send(kind: DispatchEventKind, notify: () => Promise<Delivery>): void {
    this.#pending |= bits[kind];
    try {
      Promise.resolve(notify()).then(
        () => this.#close(kind, true),
        () => this.#close(kind, false),
      );
    } catch {
      this.#close(kind, false);
    }
  }

  /** Calls back once, when all that was sent is confirmed or lost; `giveUp` must bound the wait. */
  whenSettled(onSettled: () => void): void {
    this.#onSettled = onSettled;
    if (this.#pending === 0) this.#settle();
  }

  /** The kinds that were refused or not confirmed in time. */
  get undelivered(): readonly DispatchEventKind[] | undefined {
    return this.#lost === 0 ? undefined : kinds.filter((kind) => (this.#lost & bits[kind]) !== 0);
  }

  /** Calls lost what is not confirmed yet. */
  giveUp(): void {
    for (const kind of kinds) this.#close(kind, false);
  }

  /** A confirmation that comes after `giveUp` changes nothing. */
  #close(kind: DispatchEventKind, delivered: boolean): void {
    if ((this.#pending & bits[kind]) === 0) return;
    this.#pending &= ~bits[kind];
    if (delivered) {
      this.#scope.tally.eventsDelivered += 1;
    } else {
      this.#scope.tally.eventsUndelivered += 1;
      this.#lost |= bits[kind];
    }
    if (this.#pending === 0) this.#settle();
  }

  #settle(): void {
    this.#onSettled?.();
    this.#onSettled = undefined;
  }
}
