import { isTerminalKind } from '../../../contract/event-kind.ts';
import type { Delivery, EventDraft, EventSink } from '../../dispatcher/parts.ts';
import type { Frame } from '../bus/bus.ts';
import type { EventStore } from '../store/event-store.ts';
import { Outgoing, type Deliver } from './outgoing.ts';
import { collectChunks, type NumberedFrame } from './chunks.ts';
import { EventWriter, FrameClock } from './event-writer.ts';
import { RunClosedError } from './run-closed-error.ts';

interface OpenRun {
  readonly writer: EventWriter;
  lastSeq: number;
  /** A terminal is queued or stored. */
  sealed: boolean;
}

interface EventEntry {
  readonly kind: 'event';
  readonly draft: EventDraft;
  readonly run: OpenRun;
  readonly resolve: (delivery: Delivery) => void;
  readonly reject: (error: unknown) => void;
}

/** Frames of no run that keep their place between the events before and after them. */
interface InsertEntry {
  readonly kind: 'insert';
  readonly userId: string;
  /** Gives the frames when their turn has come. */
  readonly open: () => Promise<readonly Frame[]> | readonly Frame[];
}

type Entry = EventEntry | InsertEntry;

/** Long enough to share one transaction, short enough that the first sockets do not wait for the last event. */
const longestBatch = 128;

/** Batches in one turn of the event loop: a few milliseconds of work. */
const mostFlushesPerTurn = 128;

/**
 * The one way from a bridge to the wire: number, store, then send. Whatever is published while a batch is
 * being stored becomes the next batch, so that a burst costs one transaction and one write per socket.
 */
export class EventLog implements EventSink {
  readonly #events: EventStore;
  readonly #deliver: Deliver;
  readonly #runs = new Map<string, OpenRun>();
  readonly #clock = new FrameClock();
  #queue: Entry[] = [];
  #draining: Promise<void> | undefined;
  #flushesThisTurn = 0;
  #storedCount = 0;

  constructor(events: EventStore, deliver: Deliver) {
    this.#events = events;
    this.#deliver = deliver;
  }

  /** Events stored since the start of this process. */
  get storedCount(): number {
    return this.#storedCount;
  }

  /** Lets events of this run in; `lastSeq` is the number of its last stored event, 0 for a new run. */
  open(runId: string, lastSeq: number): void {
    this.#runs.set(runId, { writer: new EventWriter(this.#clock), lastSeq, sealed: false });
  }

  /** Lets nothing of this run in any more, for a run that ended without a terminal here. */
  forget(runId: string): void {
    this.#runs.delete(runId);
  }

  /** Rejects with RunClosedError after the terminal, and with the store's error when nothing was stored. */
  publish(draft: EventDraft): Promise<Delivery> {
    const run = this.#runs.get(draft.run_id);
    if (run === undefined || run.sealed) return Promise.reject(new RunClosedError(draft.run_id));
    if (isTerminalKind(draft.type)) run.sealed = true;
    return new Promise((resolve, reject) => {
      this.#enqueue({ kind: 'event', draft, run, resolve, reject });
    });
  }

  /** Sends frames in order with the events: after all that was published before, before all that comes later. */
  insert(userId: string, open: InsertEntry['open']): void {
    this.#enqueue({ kind: 'insert', userId, open });
  }

  /** Settles when nothing is queued any more. */
  async drain(): Promise<void> {
    while (this.#draining !== undefined) await this.#draining;
  }

  #enqueue(entry: Entry): void {
    this.#queue.push(entry);
    this.#draining ??= this.#drainQueue();
  }

  async #drainQueue(): Promise<void> {
    // What is published in this moment belongs to one burst.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      // Swapped, not cut off at the front: that would move a long queue once per batch.
      const queue = this.#queue;
      this.#queue = [];
      for (let from = 0; from < queue.length; from += longestBatch) {
        await this.#takeTurn();
        await this.#flush(queue.slice(from, from + longestBatch));
      }
    }
    this.#draining = undefined;
  }

  /** A lone event goes out at once; a run that never stops talking lets the sockets of others in between. */
  async #takeTurn(): Promise<void> {
    if (this.#flushesThisTurn === 0) {
      setImmediate(() => {
        this.#flushesThisTurn = 0;
      });
    }
    this.#flushesThisTurn += 1;
    if (this.#flushesThisTurn > mostFlushesPerTurn) await new Promise(setImmediate);
  }

  /** Splits at inserts, because an insert reads what is stored when its turn comes. */
  async #flush(batch: readonly Entry[]): Promise<void> {
    const outgoing = new Outgoing(this.#deliver);
    let events: EventEntry[] = [];
    for (const entry of batch) {
      if (entry.kind === 'event') {
        events.push(entry);
      } else {
        await this.#store(events, outgoing);
        events = [];
        outgoing.add(entry.userId, await entry.open());
      }
    }
    await this.#store(events, outgoing);
    outgoing.send();
  }

  async #store(entries: readonly EventEntry[], outgoing: Outgoing): Promise<void> {
    if (entries.length === 0) return;
    const numbered = entries.map(({ draft, run }) => run.writer.write(draft, (run.lastSeq += 1)));
    try {
      await this.#events.append(collectChunks(numbered));
    } catch (error) {
      this.#takeBack(entries, error);
      return;
    }
    this.#storedCount += entries.length;
    for (const [index, entry] of entries.entries()) {
      const { seq, text } = numbered[index] as NumberedFrame;
      if (isTerminalKind(entry.draft.type)) this.#runs.delete(entry.draft.run_id);
      const position = { runId: entry.draft.run_id, seq };
      outgoing.add(entry.draft.user_id, [{ text, position }], (delivered) => {
        delivered.then((connections) => entry.resolve({ seq, connections }), entry.reject);
      });
    }
  }

  /** What was not stored was not said: the numbers are free again and the run may still end. */
  #takeBack(entries: readonly EventEntry[], error: unknown): void {
    for (const { draft, run, reject } of entries) {
      run.lastSeq -= 1;
      if (isTerminalKind(draft.type)) run.sealed = false;
      reject(error);
    }
  }
}
