import type { Socket } from 'node:net';
import { FrameBoundary, type SeenFrame } from './frame-boundary.ts';
import type { Passage } from './transport.ts';

const closeOpcode = 8;
const firstControlOpcode = 8;

/** Listens on the raw socket beside `ws`, and sees what `ws` hides: how frames came, and how the stream ended. */
export class SocketTap {
  reset = false;
  /** The code of a close frame as it was on the wire, legal or not. */
  closeCode: number | undefined;
  readonly #boundary = new FrameBoundary();
  readonly #whole: Passage[] = [];
  #beganAt: number | undefined;
  #fragments = 0;
  #closing = false;

  /** To be called once `ws` listens itself: before that, a listener would swallow what came with the upgrade. */
  constructor(socket: Socket) {
    // In front of the listener of `ws`, which hands messages on at once.
    socket.prependListener('data', (chunk: Buffer) => {
      for (const frame of this.#boundary.push(chunk, performance.now())) this.#see(frame);
    });
    socket.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') this.reset = true;
    });
  }

  get insideFrame(): boolean {
    return this.#boundary.insideFrame;
  }

  /** Neither a frame nor a message of several frames is under way, and the peer has not said goodbye. */
  get betweenMessages(): boolean {
    return !this.#closing && this.#fragments === 0 && !this.#boundary.insideFrame;
  }

  /** How the next message came; to be called once per message, in their order. */
  next(): Passage | undefined {
    return this.#whole.shift();
  }

  #see(frame: SeenFrame): void {
    if (frame.opcode >= firstControlOpcode) {
      if (frame.opcode === closeOpcode) this.#closing = true;
      const [high, low] = frame.prefix;
      if (frame.opcode !== closeOpcode || high === undefined || low === undefined) return;
      this.closeCode = high * 256 + low;
      return;
    }
    this.#beganAt ??= frame.beganAt;
    this.#fragments += 1;
    if (!frame.fin) return;
    this.#whole.push({ tookMs: frame.endedAt - this.#beganAt, fragments: this.#fragments });
    this.#beganAt = undefined;
    this.#fragments = 0;
  }
}
