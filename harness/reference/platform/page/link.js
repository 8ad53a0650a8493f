const firstDelayMs = 250;
const longestDelayMs = 5_000;

/** Server said that the login has ended. */
const sessionEnded = 4401;

/**
 * A socket that comes back. Calls `onOpen` after every connect, `onFrame` per frame, `onLost` when it has to wait,
 * `onEnded` when the login is over.
 */
export class Link {
  #session;
  #handlers;
  #socket;
  #attempts = 0;
  #timer;

  constructor(session, handlers) {
    this.#session = session;
    this.#handlers = handlers;
    addEventListener('online', () => this.#hurry());
  }

  async open() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    let token;
    try {
      // After a refused connect the token may be the reason: take a new one.
      token = await this.#session.token(this.#attempts > 0);
    } catch {
      this.#retry();
      return;
    }
    if (token === undefined) this.#handlers.onEnded();
    else this.#connect(token);
  }

  close() {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close(1000);
  }

  /** False when there is no connection now. */
  send(frame) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  #connect(token) {
    const address = new URL('/ws', location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    const socket = new WebSocket(address, ['golden-path.v1', `bearer.${token}`]);
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const frame = JSON.parse(data);
      if (frame.type === 'connection_established') {
        this.#attempts = 0;
        this.#handlers.onOpen();
      }
      this.#handlers.onFrame(frame);
    });
    socket.addEventListener('close', ({ code }) => {
      if (socket !== this.#socket) return;
      if (code === sessionEnded) this.#handlers.onEnded();
      else this.#retry();
    });
  }

  #retry() {
    this.#handlers.onLost();
    const longest = Math.min(longestDelayMs, firstDelayMs * 2 ** this.#attempts);
    this.#attempts += 1;
    // Half of it is chance: after a restart not everybody shall come back in the same moment.
    this.#timer = setTimeout(() => this.open(), longest * (0.5 + Math.random() / 2));
  }

  #hurry() {
    if (this.#timer !== undefined) void this.open();
  }
}
