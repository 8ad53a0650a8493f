import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { readHeadOfBody } from './read-head-of-body.ts';
import { readRequestText } from './request-text.ts';
import { SseReader } from './sse-reader.ts';
import type { Deadlines, Link, LinkEnding, LinkListener, LinkOpening } from './transport.ts';

export interface SseLinkOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Data of the event that says, below the messages, that the stream is complete. */
  readonly endMark?: string;
}

/** What the raw socket and we ourselves did, which the response alone does not tell. */
interface Fate {
  reset: boolean;
  weClosed: boolean;
  silent: boolean;
  protocolError: string | undefined;
}

/**
 * A link without a connection of its own: `send` makes one request, and the answer is a `text/event-stream`.
 * One message at a time: a second one waits until the stream of the first has ended.
 */
export class SseLink implements Link {
  readonly #url: URL;
  readonly #options: SseLinkOptions;
  readonly #listener: LinkListener;
  readonly #deadlines: Deadlines;
  #last: Promise<void> = Promise.resolve();
  #leave: (() => void) | undefined;

  constructor(url: URL, options: SseLinkOptions, listener: LinkListener, deadlines: Deadlines) {
    this.#url = url;
    this.#options = options;
    this.#listener = listener;
    this.#deadlines = deadlines;
  }

  send(text: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = this.#last.then(() => this.#exchange(text, resolve));
    return promise;
  }

  idle(): Promise<void> {
    return this.#last;
  }

  close(): void {
    this.#leave?.();
  }

  drop(): void {
    this.#leave?.();
  }

  /** Resolves when the stream has ended, however it did. */
  async #exchange(text: string, taken: () => void): Promise<void> {
    const fate: Fate = { reset: false, weClosed: false, silent: false, protocolError: undefined };
    const request = this.#post(text, fate, taken);
    this.#leave = () => {
      fate.weClosed = true;
      request.destroy();
    };
    const response = await this.#openStream(request, fate);
    taken();
    if (response !== undefined) await this.#pour(response, request, fate);
    this.#leave = undefined;
  }

  #post(text: string, fate: Fate, taken: () => void): ClientRequest {
    const open = this.#url.protocol === 'https:' ? requestHttps : requestHttp;
    const { method, path, headers: own, body } = readRequestText(text);
    const headers = {
      ...(body === '' ? {} : { 'content-type': 'application/json' }),
      accept: 'text/event-stream',
      ...this.#options.headers,
      ...own,
    };
    const url = path === undefined ? this.#url : new URL(path, this.#url);
    // A socket of its own for each message: how it ends is then how this stream ended.
    const request = open(url, { method, agent: false, headers });
    request.on('socket', (socket) => {
      socket.on('error', (error: Error & { code?: string }) => {
        if (error.code === 'ECONNRESET' || error.code === 'EPIPE') fate.reset = true;
        if (error.code?.startsWith('HPE_') === true) fate.protocolError = error.code;
      });
    });
    request.on('error', (error: Error & { code?: string }) => {
      if (error.code?.startsWith('HPE_') === true) fate.protocolError = error.code;
    });
    request.end(body, taken);
    return request;
  }

  /** Tells of the opening; the response is given only where it is a stream. */
  async #openStream(request: ClientRequest, fate: Fate): Promise<IncomingMessage | undefined> {
    const { opening, response } = await answerOf(request, this.#deadlines.upgradeMs);
    if (fate.weClosed) return undefined;
    this.#listener.streamOpened?.(opening);
    return opening.outcome === 'accepted' ? response : undefined;
  }

  #pour(response: IncomingMessage, request: ClientRequest, fate: Fate): Promise<void> {
    const reader = new SseReader();
    let marked = this.#options.endMark === undefined;
    response.on('data', (chunk: Buffer) => {
      for (const { data, id, name, beganAt, endedAt } of reader.push(chunk, performance.now())) {
        if (data === this.#options.endMark) {
          marked = true;
          continue;
        }
        const beside = {
          ...(id === undefined ? {} : { cursor: id }),
          ...(name === undefined ? {} : { name }),
        };
        const passage = { tookMs: endedAt - beganAt, fragments: 1, ...beside };
        this.#listener.frame(data, passage);
      }
    });
    request.setTimeout(this.#deadlines.silenceMs ?? 0, () => {
      fate.silent = true;
      request.destroy();
    });
    // `close` follows, and tells how.
    response.on('error', () => {});
    return new Promise((resolve) => {
      response.on('close', () => {
        const ending = describeEnding(response.complete, reader.insideEvent, fate);
        const unmarked = ending.cause === 'stream-end' && !marked;
        const { endMark } = this.#options;
        const detail = unmarked ? { detail: `ended without ${endMark}` } : {};
        request.destroy();
        this.#listener.streamEnded?.({ ...ending, ...detail });
        resolve();
      });
    });
  }
}

/** Waits for the head of the answer, and drains what is not a stream. */
async function answerOf(
  request: ClientRequest,
  upgradeMs: number,
): Promise<{ opening: LinkOpening; response?: IncomingMessage }> {
  const { promise, resolve } = Promise.withResolvers<IncomingMessage | LinkOpening>();
  const late = setTimeout(() => {
    resolve({ outcome: 'stalled' });
    request.destroy();
  }, upgradeMs);
  request.on('response', resolve);
  request.on('error', (error: Error & { code?: string }) =>
    resolve({ outcome: 'unreachable', detail: error.code ?? error.message }),
  );
  const answer = await promise;
  clearTimeout(late);
  if ('outcome' in answer) return { opening: answer };
  const status = answer.statusCode ?? 0;
  const type = answer.headers['content-type'] ?? 'no content type';
  if (status === 200 && type.startsWith('text/event-stream')) {
    return { opening: { outcome: 'accepted' }, response: answer };
  }
  const body = await readHeadOfBody(answer);
  request.destroy();
  const detail = status === 200 ? `answered with ${type}` : body;
  return { opening: { outcome: 'refused', status, ...(detail === '' ? {} : { detail }) } };
}

/** FIN and RST in the middle of a response look alike on the response; the socket and the reader tell them apart. */
function describeEnding(complete: boolean, insideEvent: boolean, fate: Fate): LinkEnding {
  if (fate.weClosed) return { cause: 'probe' };
  if (fate.silent) return { cause: 'silence' };
  if (fate.protocolError !== undefined) {
    return { cause: 'protocol-error', detail: fate.protocolError };
  }
  if (fate.reset) return { cause: 'rst' };
  if (insideEvent) return { cause: 'half-frame' };
  return { cause: complete ? 'stream-end' : 'fin' };
}
