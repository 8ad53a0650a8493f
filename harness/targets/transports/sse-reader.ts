/** One event of a stream: its data lines joined, and the last id that was given. */
export interface StreamEvent {
  readonly data: string;
  readonly id: string | undefined;
  /** What its `event` field says, where it has one. */
  readonly name: string | undefined;
  /** When its first and its last byte came, on the clock of `push`. */
  readonly beganAt: number;
  readonly endedAt: number;
}

/**
 * Splits the bytes of a `text/event-stream` into events
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream).
 */
export class SseReader {
  readonly #decoder = new TextDecoder();
  #line = '';
  #data: string[] = [];
  #id: string | undefined;
  #name: string | undefined;
  #beganAt: number | undefined;
  #afterReturn = false;

  /** True when the bytes seen so far end inside an event; comments between events do not count. */
  get insideEvent(): boolean {
    return this.#data.length > 0 || this.#line !== '';
  }

  /** Gives the events that are whole with this chunk, which came at `now`. */
  push(chunk: Uint8Array, now: number): StreamEvent[] {
    const events: StreamEvent[] = [];
    for (const line of this.#linesOf(this.#decoder.decode(chunk, { stream: true }))) {
      if (line === '') events.push(...this.#dispatch(now));
      else this.#readField(line, now);
    }
    if (this.#line !== '') this.#beganAt ??= now;
    return events;
  }

  /** Lines end with CR, LF or both, also when a chunk ends between the two. */
  #linesOf(text: string): string[] {
    const rest = this.#afterReturn && text.startsWith('\n') ? text.slice(1) : text;
    if (text !== '') this.#afterReturn = text.endsWith('\r');
    const lines = (this.#line + rest).split(/\r\n|\r|\n/);
    this.#line = lines.pop() ?? '';
    return lines;
  }

  #readField(line: string, now: number): void {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'id') this.#id = value;
    if (name === 'event') this.#name = value;
    if (name !== 'data') return;
    this.#beganAt ??= now;
    this.#data.push(value);
  }

  #dispatch(now: number): StreamEvent[] {
    const beganAt = this.#beganAt ?? now;
    const data = this.#data.join('\n');
    const whole = this.#data.length > 0;
    const name = this.#name;
    this.#data = [];
    this.#name = undefined;
    this.#beganAt = undefined;
    return whole ? [{ data, id: this.#id, name, beganAt, endedAt: now }] : [];
  }
}
