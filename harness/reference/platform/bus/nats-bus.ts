import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import type { Bus, BusListener, ControlMessage, Frame } from './bus.ts';
import { splitFrames } from './split-frames.ts';
import { openNatsStream, type NatsStream } from './nats-stream.ts';

export interface NatsBusOptions {
  /** `host:port` */
  readonly server: string;
  /** Subjects and stream of one platform; several platforms may share a server. */
  readonly prefix: string;
}

const retryMs = 500;

/** Bytes of a message that hold no frames: who sent it, to whom, and the headers. */
const aroundFrames = 4_096;

type Envelope =
  | {
      readonly origin: string;
      readonly userId: string;
      readonly frames: readonly Frame[];
      readonly at: number;
    }
  | { readonly origin: string; readonly control: ControlMessage }
  | { readonly origin: string; readonly lost: true };

/**
 * The bus of a platform of several processes, on JetStream: order per subject, and a window in which a repeated
 * publish counts once. While the server is gone the sockets of this process go on getting their events; whoever
 * missed something is told so when the server is back, and reads the store.
 */
class NatsBus implements Bus {
  readonly #stream: NatsStream;
  readonly #listener: BusListener;
  readonly #origin = randomUUID();
  #messages: ConsumerMessages | undefined;
  #sent = 0;
  #state: 'joined' | 'apart' | 'closed' = 'apart';

  constructor(stream: NatsStream, listener: BusListener) {
    this.#stream = stream;
    this.#listener = listener;
  }

  async join(): Promise<void> {
    this.#messages?.stop();
    this.#messages = await this.#stream.listen((message: JsMsg) =>
      this.#receive(message.json<Envelope>()),
    );
    if (this.#state !== 'closed') this.#state = 'joined';
  }

  /** Settles when the bus is closed. */
  async watch(): Promise<void> {
    for await (const { type } of this.#stream.connection.status()) {
      if (type === 'disconnect') await this.#part(new Error('the connection to NATS is lost'));
    }
  }

  async publish(userId: string, frames: readonly Frame[]): Promise<number> {
    const topic = `user.${Buffer.from(userId).toString('base64url')}`;
    const at = Date.now();
    const [taken] = await Promise.all([
      this.#listener.deliver(userId, frames),
      // Told one after the other without waiting: they arrive in that order.
      ...splitFrames(frames, this.#stream.maxPayload - aroundFrames).map((part) =>
        this.#tell(topic, { origin: this.#origin, userId, frames: part, at }),
      ),
    ]);
    return taken;
  }

  async announce(control: ControlMessage): Promise<void> {
    this.#listener.control(control);
    await this.#store('control', { origin: this.#origin, control });
  }

  async ping(): Promise<void> {
    if (this.#state !== 'joined') throw new Error('the bus does not reach NATS');
    await this.#stream.connection.rtt();
  }

  async close(): Promise<void> {
    this.#state = 'closed';
    this.#messages?.stop();
    await this.#stream.connection.close();
  }

  /** A frame nobody could be told about is in the store already: not the end of a run, but reported. */
  async #tell(topic: string, envelope: Envelope): Promise<void> {
    if (this.#state !== 'joined') return;
    try {
      await this.#store(topic, envelope);
    } catch (error) {
      void this.#part(error);
    }
  }

  async #store(topic: string, envelope: Envelope): Promise<void> {
    if (this.#state !== 'joined') throw new Error('the bus does not reach NATS');
    this.#sent += 1;
    const id = `${this.#origin}.${this.#sent}`;
    await this.#stream.publish(topic, JSON.stringify(envelope), id);
  }

  /** Tries to join again for as long as it takes; then says to everybody, here and elsewhere, that events passed by. */
  async #part(reason: unknown): Promise<void> {
    if (this.#state !== 'joined') return;
    this.#state = 'apart';
    this.#listener.failed(reason);
    while (this.#isApart()) {
      await this.join().catch(() => wait(retryMs, undefined, { ref: false }));
    }
    if (this.#isClosed()) return;
    await this.#tell('control', { origin: this.#origin, lost: true });
    this.#listener.lost();
  }

  /** Read anew each time: `close` may come while we wait. */
  #isApart(): boolean {
    return this.#state === 'apart';
  }

  #isClosed(): boolean {
    return this.#state === 'closed';
  }

  /** What this process published has reached its own sockets already. */
  #receive(envelope: Envelope): void {
    if (envelope.origin === this.#origin) return;
    if ('lost' in envelope) this.#listener.lost();
    else if ('control' in envelope) this.#listener.control(envelope.control);
    else void this.#listener.deliver(envelope.userId, envelope.frames, envelope.at);
  }
}

/** Rejects when the server cannot be reached at the start. */
export async function openNatsBus(options: NatsBusOptions, listener: BusListener): Promise<Bus> {
  const bus = new NatsBus(await openNatsStream(options.server, options.prefix), listener);
  await bus.join();
  void bus.watch();
  return bus;
}
