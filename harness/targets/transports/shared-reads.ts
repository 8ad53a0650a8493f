import { connect, type Socket, type TcpNetConnectOpts } from 'node:net';
import { takeTexts, type TextTaker } from './take-texts.ts';

/** One for all sockets: each read is used up before the next socket is read, and nobody keeps a part of it. */
const shared = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * A socket whose bytes go another way while someone takes them: whole short text frames, which nearly all frames of a
 * server are, are handed on at once; everything else is told as `data`, as of any other socket. The streams in between
 * cost more than all checks together.
 */
export class SharedReads {
  /** Told of the text frames; while `undefined`, every byte is told as `data`. */
  taker: TextTaker | undefined;
  #socket: Socket | undefined;

  /** `createConnection`, as `ws` calls it. */
  readonly connect = ((options: TcpNetConnectOpts): Socket => {
    const callback = (length: number): boolean => {
      this.#read(length);
      return true;
    };
    // The path is that of the request; here it would name a pipe.
    const { host, port, timeout } = options;
    this.#socket = connect({ host, port, timeout, onread: { buffer: shared, callback } });
    return this.#socket;
  }) as typeof connect;

  #read(length: number): void {
    const { taker } = this;
    const taken = taker?.isReady() === true ? takeTexts(shared, length, taker) : 0;
    if (taken < length) this.#socket?.emit('data', Buffer.from(shared.subarray(taken, length)));
  }
}
