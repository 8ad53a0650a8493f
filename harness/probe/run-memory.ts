import type { CanonicalEvent } from '../contract/canonical-event.ts';
import { isTerminalKind } from '../contract/event-kind.ts';
import { RecentMap } from './recent-map.ts';

/** Runs that are remembered: more than the hastiest journey has at a time (31), or it waits in vain for ends that came. */
const keptRuns = 64;

interface KnownRun {
  /** The highest number seen of it. */
  lastSeq: number | undefined;
  thread: string | undefined;
  /** An end that came before anyone asked: a fast run may end in the same packet that accepts it. */
  terminal: CanonicalEvent | undefined;
}

/** What a client remembers of its runs, so that it can resume them and does not miss their ends. */
export class RunMemory {
  readonly #runs = new RecentMap<string, KnownRun>(keptRuns);
  /** As it was when the connection was opened: what comes live before a resume does not close the gap. */
  readonly #seenBefore = new Map<string, number>();

  /** The connection is opened, or opened again. */
  reconnect(): void {
    this.#seenBefore.clear();
    for (const [run, { lastSeq }] of this.#runs.entries()) {
      if (lastSeq !== undefined) this.#seenBefore.set(run, lastSeq);
    }
  }

  note(run: string, event: CanonicalEvent): void {
    const { seq } = event;
    const ends = isTerminalKind(event.kind);
    if (seq === undefined && !ends) return;
    const known = this.#of(run);
    if (seq !== undefined) known.lastSeq = Math.max(seq, known.lastSeq ?? 0);
    if (ends) known.terminal = event;
  }

  noteThread(run: string, thread: string): void {
    this.#of(run).thread = thread;
  }

  threadOf(run: string): string | undefined {
    return this.#runs.get(run)?.thread;
  }

  /** The number of the last event that came before this connection. */
  seenBefore(run: string): number | undefined {
    return this.#seenBefore.get(run);
  }

  /** The end of a run that came already and was not asked for yet. */
  takeTerminal(run: string): CanonicalEvent | undefined {
    const known = this.#runs.get(run);
    const terminal = known?.terminal;
    if (known !== undefined) known.terminal = undefined;
    return terminal;
  }

  #of(run: string): KnownRun {
    let known = this.#runs.get(run);
    if (known === undefined) {
      known = { lastSeq: undefined, thread: undefined, terminal: undefined };
      this.#runs.set(run, known);
    }
    return known;
  }
}
