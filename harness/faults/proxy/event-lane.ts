import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Projection } from '../../targets/profile.ts';
import type { Interference } from './interference.ts';
import type { Lane } from './lane.ts';
import type { Message } from './message.ts';
import { RunWatch } from './run-watch.ts';
import { splitEvents } from './split-events.ts';

/**
 * One client of server-sent events, with one stream or with one after the other: a target that answers each message by
 * a stream of its own keeps the lane. What the client asks for goes with `sent`, what streams back with `relay`.
 */
export class EventLane implements Lane {
  readonly number: number;
  readonly #watch: RunWatch;
  readonly #projection: Projection;
  readonly #greedy: boolean;
  #response: ServerResponse | undefined;
  /** How a message of the probe is sent once more. */
  #repost: (text: string) => void = () => {};
  /** Fields beside the data of events that have not been passed. */
  readonly #heldFields = new Map<string, string>();
  #frozen = false;
  #sent = 0;

  constructor(number: number, projection: Projection, greedy = false) {
    this.number = number;
    this.#watch = new RunWatch(`client ${number}`);
    this.#projection = projection;
    this.#greedy = greedy;
  }

  get user(): string | undefined {
    return this.#watch.user;
  }

  get openRuns(): ReadonlySet<string> {
    return this.#watch.openRuns;
  }

  /** A message on its way to the target: what goes there in its place. */
  async pass(
    text: string,
    interference: Interference,
    repost: (text: string) => void,
  ): Promise<readonly string[]> {
    this.#repost = repost;
    this.hear(text);
    return (await interference.sent?.(text, this)) ?? [text];
  }

  /** What the probe asked for: what comes can only be read by it. */
  hear(text: string): void {
    this.#projection.sent?.(text, this.#sent);
    this.#sent += 1;
  }

  /** Relays event by event, in order, until the target's stream ends. */
  async relay(
    response: ServerResponse,
    stream: AsyncIterable<unknown>,
    interference: Interference,
  ): Promise<void> {
    this.#response = response;
    this.#frozen = false;
    const split = splitEvents();
    for await (const chunk of this.#untilBroken(stream)) {
      if (!(chunk instanceof Uint8Array)) continue;
      for (const block of split(chunk)) await this.#passBlock(block, interference);
      await this.#drained(response);
    }
    if (!this.#frozen) response.end();
  }

  /** A stream that breaks off at the target breaks off for the probe, too. */
  async *#untilBroken(stream: AsyncIterable<unknown>): AsyncGenerator {
    try {
      yield* stream;
    } catch {
      if (!this.#frozen) this.#response?.destroy();
      this.#frozen = true;
    }
  }

  /** Reads no faster than the probe does, so that a slow probe is the target's problem and not ours. */
  async #drained(response: ServerResponse): Promise<void> {
    if (this.#greedy || this.#frozen || !response.writableNeedDrain) return;
    await Promise.race([once(response, 'drain'), once(response, 'close')]);
  }

  encode(text: string): Buffer {
    const lines = text.split('\n').map((line) => `data: ${line}\n`);
    return Buffer.from(`${lines.join('')}\n`);
  }

  say(text: string): void {
    this.write(this.encode(text));
  }

  write(bytes: Uint8Array): void {
    if (!this.#frozen && this.#response?.writable === true) this.#response.write(bytes);
  }

  ask(text: string): void {
    this.#repost(text);
  }

  /** There is no close frame, and so no code: the stream ends in good order. */
  close(): void {
    this.#response?.end();
    this.#frozen = true;
  }

  finish(): void {
    this.#response?.flushHeaders();
    this.#response?.socket?.end();
    this.#frozen = true;
  }

  reset(): void {
    this.#response?.flushHeaders();
    this.#response?.socket?.resetAndDestroy();
    this.#frozen = true;
  }

  freeze(): void {
    this.#frozen = true;
  }

  /**
   * An event that is passed untouched keeps its other fields, such as `id:`; a changed one keeps them as well, and one
   * that is held back has its own when it is passed later.
   */
  async #passBlock(block: string, interference: Interference): Promise<void> {
    if (this.#frozen) return;
    const lines = block.split(/\r\n|\r|\n/);
    const data = lines.filter((line) => line.startsWith('data:'));
    if (data.length === 0) return this.write(Buffer.from(`${block}\n\n`));
    const text = data.map((line) => line.slice(5).replace(/^ /, '')).join('\n');
    const { events } = this.#projection.received(
      text,
      valueOf(lines, 'id'),
      valueOf(lines, 'event'),
    );
    const message: Message = { text, events };
    const others = lines.filter((line) => !line.startsWith('data:'));
    const fields = others.map((line) => `${line}\n`).join('');
    this.#watch.begin(message);
    const passed = (await interference.received?.(message, this)) ?? [text];
    if (!passed.includes(text)) this.#heldFields.set(text, fields);
    for (const each of passed) {
      const own = each === text ? fields : (this.#heldFields.get(each) ?? fields);
      this.write(Buffer.concat([Buffer.from(own), this.encode(each)]));
    }
    this.#watch.end(message);
  }
}

function valueOf(lines: readonly string[], field: string): string | undefined {
  return lines
    .find((line) => line.startsWith(`${field}:`))
    ?.slice(field.length + 1)
    .trim();
}
