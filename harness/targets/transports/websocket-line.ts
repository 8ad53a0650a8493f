import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { answerPings } from './answer-pings.ts';
import { carriedCode } from './carried-code.ts';
import { Heartbeat } from './heartbeat.ts';
import type { SharedReads } from './shared-reads.ts';
import { SocketTap } from './socket-tap.ts';
import type { TextTaker } from './take-texts.ts';
import type { Deadlines, Link, LinkEnding, LinkListener, Passage } from './transport.ts';

/** How nearly every message comes. */
const inOnePiece: Passage = { tookMs: 0, fragments: 1 };

const asText = { binary: false };
const ignore = (): void => {};

export interface LineParts {
  /** The socket below. */
  readonly raw: Socket | undefined;
  readonly reads: SharedReads | undefined;
  readonly listener: LinkListener;
  readonly deadlines: Deadlines;
}

/**
 * A WebSocket that is open, and how it ends. A class, and one object for all that a connection needs: a load has
 * thousands of them.
 */
export class WebSocketLine implements Link, TextTaker {
  readonly #socket: WebSocket;
  readonly #listener: LinkListener;
  readonly #heartbeat: Heartbeat;
  readonly #tap: SocketTap | undefined;
  #protocolError: string | undefined;
  #weClosed = false;
  #silent = false;

  constructor(socket: WebSocket, { raw, reads, listener, deadlines }: LineParts) {
    this.#socket = socket;
    this.#listener = listener;
    if (raw !== undefined) {
      this.#tap = new SocketTap(raw);
      if (reads !== undefined) reads.taker = this;
    }
    this.#heartbeat = new Heartbeat(socket, deadlines.pongMs, listener, () => {
      this.#silent = true;
      socket.terminate();
    });
    answerPings(socket);
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      this.#heartbeat.hear();
      listener.frame(isBinary ? data : data.toString('utf8'), this.#tap?.next());
    });
    socket.on('error', (error: Error & { code?: string }) => {
      if (error.code?.startsWith('WS_ERR') !== true) return;
      if (reads !== undefined) reads.taker = undefined;
      this.#protocolError = error.code;
    });
    socket.on('close', (code, reason) => {
      this.#heartbeat.stop();
      listener.closed(this.#describeEnding(code, reason.toString()));
    });
  }

  isReady(): boolean {
    return this.#tap?.betweenMessages === true;
  }

  text(text: string): void {
    this.#heartbeat.hear();
    this.#listener.frame(text, inOnePiece);
  }

  send(text: string): Promise<void> {
    return new Promise((sent, failed) => {
      this.#socket.send(text, (error) => (error instanceof Error ? failed(error) : sent()));
    });
  }

  post(text: string): void {
    // Bytes go out in one write, head and all, and texts in two.
    this.#socket.send(Buffer.from(text), asText, ignore);
  }

  close(): void {
    this.#weClosed = true;
    this.#socket.close(1000);
  }

  drop(): void {
    this.#weClosed = true;
    this.#socket.terminate();
  }

  stopReading(): void {
    this.#heartbeat.pause(true);
    this.#socket.pause();
  }

  readOn(): void {
    this.#heartbeat.pause(false);
    this.#socket.resume();
  }

  #describeEnding(code: number, reason: string): LinkEnding {
    const tap = this.#tap;
    if (this.#silent) return { cause: 'silence' };
    const detail = this.#protocolError;
    if (detail !== undefined) {
      const illegal = detail === 'WS_ERR_INVALID_CLOSE_CODE' ? tap?.closeCode : undefined;
      return {
        cause: 'protocol-error',
        detail,
        ...(illegal === undefined ? {} : { code: illegal }),
      };
    }
    if (this.#weClosed) return { cause: 'probe' };
    // One that carries 1005 on the wire has ended as an error above.
    if (code !== 1006) return { cause: 'close-frame', ...carriedCode(code), reason };
    if (tap?.reset === true) return { cause: 'rst' };
    if (tap?.insideFrame === true) return { cause: 'half-frame' };
    return { cause: 'fin' };
  }
}
