import type { ServerResponse } from 'node:http';
import type { Projection } from '../../targets/profile.ts';
import type { Interference } from './interference.ts';
import type { Lane } from './lane.ts';
import type { Message } from './message.ts';
import { RunWatch } from './run-watch.ts';

const blankLine = /\r?\n\r?\n/;

/** One proxied stream of server-sent events: it only goes one way, from the target to the probe. */
export class EventLane implements Lane {
  readonly number: number;
  readonly #watch = new RunWatch();
  readonly #response: ServerResponse;
  readonly #projection: Projection;
  #frozen = false;

  constructor(number: number, response: ServerResponse, projection: Projection) {
    this.number = number;
    this.#response = response;
    this.#projection = projection;
  }

  get user(): string | undefined {
    return this.#watch.user;
  }

  get openRuns(): ReadonlySet<string> {
    return this.#watch.openRuns;
  }

  /** Relays event by event, in order, until the target's stream ends. */
  async relay(stream: AsyncIterable<unknown>, interference: Interference): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of this.#untilBroken(stream)) {
      if (!(chunk instanceof Uint8Array)) continue;
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split(blankLine);
      rest = blocks.pop() ?? '';
      for (const block of blocks) await this.#pass(block, interference);
    }
    if (!this.#frozen) this.#response.end();
  }

  /** A stream that breaks off at the target breaks off for the probe, too. */
  async *#untilBroken(stream: AsyncIterable<unknown>): AsyncGenerator {
    try {
      yield* stream;
    } catch {
      this.#frozen = true;
      this.#response.destroy();
    }
  }

  say(text: string): void {
    this.write(
      Buffer.from(
        `${text
          .split('\n')
          .map((line) => `data: ${line}`)
          .join('\n')}\n\n`,
      ),
    );
  }

  write(bytes: Uint8Array): void {
    if (!this.#frozen) this.#response.write(bytes);
  }

  ask(): void {}

  close(): void {
    this.finish();
  }

  finish(): void {
    this.#response.end();
    this.#frozen = true;
  }

  reset(): void {
    this.#response.socket?.resetAndDestroy();
    this.#frozen = true;
  }

  freeze(): void {
    this.#frozen = true;
  }

  /** An event that is passed untouched keeps its other fields, such as `id:`; a changed one keeps them as well. */
  async #pass(block: string, interference: Interference): Promise<void> {
    const lines = block.split(/\r?\n/);
    const data = lines.filter((line) => line.startsWith('data:'));
    if (data.length === 0) return this.write(Buffer.from(`${block}\n\n`));
    const text = data.map((line) => line.slice(5).replace(/^ /, '')).join('\n');
    const message: Message = { text, events: this.#projection.received(text).events };
    const fields = lines.filter((line) => !line.startsWith('data:')).map((line) => `${line}\n`);
    this.#watch.begin(message);
    const passed = (await interference.received?.(message, this)) ?? [text];
    for (const each of passed) {
      this.write(Buffer.from(fields.join('')));
      this.say(each);
    }
    this.#watch.end(message);
  }
}
