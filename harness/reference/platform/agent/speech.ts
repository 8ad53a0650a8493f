import type { AgentBridge } from '../../dispatcher/parts.ts';

/** Deltas published before the first of them must be taken: a burst in one write, yet never far ahead of the sockets. */
const windowSize = 16;

/** Streams an answer piece by piece and remembers it. Offsets are UTF-16 code units. */
export class Speech {
  readonly #bridge: AgentBridge;
  readonly #messageId: string;
  readonly #signal: AbortSignal;
  #text = '';

  constructor(bridge: AgentBridge, messageId: string, signal: AbortSignal) {
    this.#bridge = bridge;
    this.#messageId = messageId;
    this.#signal = signal;
  }

  /** What was said so far. */
  get text(): string {
    return this.#text;
  }

  async say(pieces: readonly string[]): Promise<void> {
    for (let start = 0; start < pieces.length; start += windowSize) {
      this.#signal.throwIfAborted();
      await Promise.all(pieces.slice(start, start + windowSize).map((piece) => this.#send(piece)));
    }
  }

  #send(text: string): Promise<unknown> {
    const offset = this.#text.length;
    this.#text += text;
    const payload = { message_id: this.#messageId, offset, text };
    return this.#bridge.notifyCustom({ type: 'message_delta', payload });
  }
}
