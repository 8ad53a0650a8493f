import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import type { Identity } from '../auth/identity.ts';
import type { Position } from '../bus/bus.ts';
import { closeCode, type CloseCode } from './close-code.ts';
import { encodeTextFrames } from './encode-text-frames.ts';

export interface ConnectionLimits {
  /** Bytes that may wait for a client that reads slowly, for longer than `overflowMs`. */
  readonly maxBufferedBytes: number;
  readonly overflowMs: number;
  /** How long nothing may leave the buffer while something waits in it. */
  readonly stallMs: number;
  /** Silence after which a ping is sent. */
  readonly heartbeatMs: number;
  /** How long the answer to a ping may take. */
  readonly pongMs: number;
}

/** Times `maxBufferedBytes` that may not wait even for a moment. */
const hardBound = 8;

/** Runs of which it is known how far they were replayed: more than a client resumes within the time of a late event. */
const rememberedReplays = 64;

/** How long a closing handshake may take before the socket is destroyed. */
const closeGraceMs = 2_000;

/** One socket of one user: bounded, watched, written in bursts. Times in milliseconds of a monotonic clock. */
export class Connection {
  readonly id = `con_${randomUUID()}`;
  /** Epoch ms, to be held against the clocks of other processes. */
  readonly #openedAt = Date.now();
  readonly identity: Identity;
  readonly socket: WebSocket;
  /** Ids in a row that are not this user's, kept by who answers. */
  strayed = 0;
  readonly #stream: Duplex;
  readonly #limits: ConnectionLimits;
  /** Both are rarely needed, and a silent connection is not to pay for them. */
  #replayed: Map<string, number> | undefined;
  #waiting: ((taken: boolean) => void)[] = [];
  #progressAt = 0;
  #overflowsSince: number | undefined;
  #heardAt = performance.now();
  #pingedAt: number | undefined;
  #closedAt: number | undefined;

  constructor(socket: WebSocket, stream: Duplex, identity: Identity, limits: ConnectionLimits) {
    this.socket = socket;
    this.#stream = stream;
    this.identity = identity;
    this.#limits = limits;
  }

  /** Settles with true when the operating system took all texts, with false when there is none, or the socket is gone or too slow. */
  send(texts: readonly string[]): Promise<boolean> {
    const isOpen = this.socket.readyState === WebSocket.OPEN && this.#closedAt === undefined;
    if (!isOpen || texts.length === 0) {
      return Promise.resolve(false);
    }
    if (this.#isOverflowing(performance.now())) {
      this.#endSlowReader();
      return Promise.resolve(false);
    }
    if (this.#waiting.length === 0) this.#progressAt = performance.now();
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#write(texts, (error) => {
        this.#progressAt = performance.now();
        this.#forget(resolve);
        resolve(error === undefined || error === null);
      });
    });
  }

  /** Writes are taken in order, so that the first is nearly always the one. */
  #forget(resolve: (taken: boolean) => void): void {
    const at = this.#waiting.indexOf(resolve);
    if (at !== -1) this.#waiting.splice(at, 1);
    if (this.#waiting.length === 0) this.#waiting.length = 0;
  }

  /**
   * One write to the operating system for all texts, whatever their number. It goes past the sender of `ws`,
   * which would make two buffers per text; that is sound as long as nothing is compressed: the sender holds no
   * frame back then, and whatever else is sent goes over the same stream.
   */
  #write(texts: readonly string[], taken: (error?: Error | null) => void): void {
    this.#stream.write(encodeTextFrames(texts), taken);
  }

  /** Who waits for this socket is told at once; the closing handshake may take its time. */
  close(code: CloseCode, reason: string): void {
    if (this.#closedAt !== undefined) return;
    this.#closedAt = performance.now();
    this.socket.close(code, reason);
    for (const resolve of this.#waiting) resolve(false);
    this.#waiting = [];
  }

  /** This connection was sent the run up to `seq` out of the store. */
  noteReplay({ runId, seq }: Position): void {
    this.#replayed ??= new Map();
    this.#replayed.delete(runId);
    this.#replayed.set(runId, seq);
    if (this.#replayed.size <= rememberedReplays) return;
    const [oldest] = this.#replayed.keys();
    if (oldest !== undefined) this.#replayed.delete(oldest);
  }

  /**
   * Whether a live event of another process was so long on its way that it belongs to a replay: it is in the one that
   * was sent, or it is older than this connection, whose client may have seen it on an earlier one and asks for the
   * rest. The number decides where there is one, because clocks of two machines disagree.
   */
  isLate(position: Position | undefined, publishedAt: number | undefined): boolean {
    if (position === undefined) return false;
    const replayed = this.#replayed?.get(position.runId);
    if (replayed !== undefined) return position.seq <= replayed;
    return publishedAt !== undefined && publishedAt < this.#openedAt;
  }

  /** A reader that was only busy for a moment gets the time to catch up, within a bound of its own. */
  #isOverflowing(now: number): boolean {
    const { maxBufferedBytes, overflowMs } = this.#limits;
    const waiting = this.socket.bufferedAmount;
    if (waiting <= maxBufferedBytes) {
      this.#overflowsSince = undefined;
      return false;
    }
    this.#overflowsSince ??= now;
    return now - this.#overflowsSince > overflowMs || waiting > hardBound * maxBufferedBytes;
  }

  #isStalled(now: number, stallMs: number): boolean {
    return this.#waiting.length > 0 && now - this.#progressAt > stallMs;
  }

  #endSlowReader(): void {
    this.close(closeCode.slowConsumer, 'too slow: reconnect and resume');
  }

  /** Any sign of life: a frame or a pong. */
  heard(): void {
    this.#heardAt = performance.now();
    this.#pingedAt = undefined;
  }

  /** To be called a few times per heartbeat: pings, and ends what is dead, stalled or does not finish closing. */
  inspect(now: number): void {
    const { heartbeatMs, pongMs, stallMs } = this.#limits;
    if (this.#closedAt !== undefined) {
      if (now - this.#closedAt > closeGraceMs) this.socket.terminate();
    } else if (this.#pingedAt !== undefined && now - this.#pingedAt > pongMs) {
      this.socket.terminate();
    } else if (this.#isOverflowing(now) || this.#isStalled(now, stallMs)) {
      this.#endSlowReader();
    } else if (this.#pingedAt === undefined && now - this.#heardAt > heartbeatMs) {
      this.#pingedAt = now;
      this.socket.ping();
    }
  }
}
