import { WebSocket } from 'ws';
import type { LinkListener } from './transport.ts';

/** An answer within the deadline must have come, whatever the timers do. */
const marginMs = 20;

/** Beats that a peer may miss while it talks: it may still have stopped to answer. */
const mostUnasked = 3;

/**
 * Pings on our own schedule: a slow agent still answers pings, a half-open peer does not. Once a peer has shown that it
 * answers, it is not asked at every beat whether it is there while it talks.
 */
export class Heartbeat {
  readonly #socket: WebSocket;
  readonly #listener: LinkListener;
  readonly #silence: () => void;
  readonly #timer: NodeJS.Timeout;
  #answered = true;
  #answers = false;
  #heard = false;
  #unasked = 0;
  #paused = false;

  /** Beats a little more rarely than every `pongMs`; calls `silence` when a ping is not answered before the next beat. */
  constructor(socket: WebSocket, pongMs: number, listener: LinkListener, silence: () => void) {
    this.#socket = socket;
    this.#listener = listener;
    this.#silence = silence;
    socket.on('ping', () => listener.beat?.('ping-received'));
    socket.on('pong', () => {
      this.#answered = true;
      this.#answers = true;
      listener.beat?.('pong-received');
    });
    this.#timer = setInterval(beat, pongMs + marginMs, this);
    this.#timer.unref();
  }

  /** Something came that is no answer to a ping. */
  hear(): void {
    this.#heard = true;
  }

  /** A ping is due, unless the line is busy and the peer answered one lately. */
  beat(): void {
    const heard = this.#heard;
    this.#heard = false;
    if (this.#paused || this.#socket.readyState !== WebSocket.OPEN) return;
    if (!this.#answered) {
      setImmediate(judge, this);
      return;
    }
    if (heard && this.#answers && this.#unasked < mostUnasked) {
      this.#unasked += 1;
      return;
    }
    this.#unasked = 0;
    this.#answered = false;
    this.#listener.beat?.('ping-sent');
    this.#socket.ping();
  }

  /**
   * To be called once all was read that has come: when this process itself was held up, timers run before the answers
   * that came in time are read.
   */
  judge(): void {
    if (this.#paused || this.#answered || this.#socket.readyState !== WebSocket.OPEN) return;
    this.#silence();
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

/** One for all timers. */
function beat(heartbeat: Heartbeat): void {
  heartbeat.beat();
}

function judge(heartbeat: Heartbeat): void {
  heartbeat.judge();
}
