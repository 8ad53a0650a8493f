import { io } from 'socket.io-client';
import { WebSocket } from 'ws';

/** A client of one arm that counts what it gets. */
export interface Client {
  /**
   * Asks for events, `gap` milliseconds apart (0: at once), and settles when all are here.
   * With a gap, gives the age of each event at its arrival, in microseconds.
   */
  ask(count: number, gap: number): Promise<readonly number[]>;
  close(): void;
}

interface Event {
  readonly payload: { readonly offset: number };
}

/** Counts down to the end of what was asked. */
class Countdown {
  #left = 0;
  #isTimed = false;
  #ages: number[] = [];
  #done: (ages: readonly number[]) => void = () => {};

  start(count: number, gap: number): Promise<readonly number[]> {
    this.#left = count;
    this.#isTimed = gap > 0;
    this.#ages = [];
    return new Promise((resolve) => {
      this.#done = resolve;
    });
  }

  tick(read: () => Event): void {
    const now = (performance.timeOrigin + performance.now()) * 1000;
    if (this.#isTimed) this.#ages.push(now - read().payload.offset);
    this.#left -= 1;
    if (this.#left === 0) this.#done(this.#ages);
  }
}

const eventMark = Buffer.from('"message_delta"');

export function connectWs(port: number): Promise<Client> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { perMessageDeflate: false });
  const countdown = new Countdown();
  socket.on('message', (data: Buffer) => {
    const isEvent = data.subarray(0, 40).includes(eventMark);
    if (isEvent) countdown.tick(() => JSON.parse(data.toString()) as Event);
  });
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () =>
      resolve({
        ask: (count, gap) => {
          const done = countdown.start(count, gap);
          socket.send(`${count} ${gap}`);
          return done;
        },
        close: () => socket.terminate(),
      }),
    );
  });
}

export function connectSocketIo(port: number): Promise<Client> {
  const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true });
  const countdown = new Countdown();
  socket.on('event', (event: Event) => countdown.tick(() => event));
  return new Promise((resolve, reject) => {
    socket.on('connect_error', reject);
    socket.on('connect', () =>
      resolve({
        ask: (count, gap) => {
          const done = countdown.start(count, gap);
          socket.emit('ask', `${count} ${gap}`);
          return done;
        },
        close: () => socket.disconnect(),
      }),
    );
  });
}
