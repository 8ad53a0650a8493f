import { WebSocket } from 'ws';
import type { LinkListener } from './transport.ts';

/** An answer within the deadline must have come, whatever the timers do. */
const marginMs = 20;

/** Pings on our own schedule: a slow agent still answers pings, a half-open peer does not. */
export class Heartbeat {
  readonly #timer: NodeJS.Timeout;
  #answered = true;
  #paused = false;

  /** Pings a little more rarely than every `pongMs`; calls `silence` when a ping is not answered before the next one is due. */
  constructor(
    socket: WebSocket,
    pongMs: number,
    beat: NonNullable<LinkListener['beat']>,
    silence: () => void,
  ) {
    socket.on('ping', () => beat('ping-received'));
    socket.on('pong', () => {
      this.#answered = true;
      beat('pong-received');
    });
    this.#timer = setInterval(() => {
      if (this.#paused || socket.readyState !== WebSocket.OPEN) return;
      if (!this.#answered) return silence();
      this.#answered = false;
      beat('ping-sent');
      socket.ping();
    }, pongMs + marginMs);
    this.#timer.unref();
  }

  /** While our own side does not read, silence proves nothing. */
  pause(paused: boolean): void {
    this.#paused = paused;
    this.#answered = true;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
