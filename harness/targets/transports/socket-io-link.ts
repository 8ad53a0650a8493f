import { readPacket } from './socket-io-packet.ts';
import type { Deadlines, Link, LinkListener, LinkOpening, Passage } from './transport.ts';
import { openWebSocketLink } from './websocket-link.ts';

/** What a server gave so that a client that lost the line can pick up what it missed. */
export interface Recovery {
  pid: string | undefined;
  offset: string | undefined;
}

export interface SocketIoOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly auth?: unknown;
  /** Kept by the caller over reconnects. */
  readonly recovery?: Recovery;
}

/**
 * Socket.IO over WebSocket, spoken here and not by its own client: that one reconnects by itself and hides how a
 * connection ended. The link is ours once the server let us into the namespace; its pings are answered here.
 */
export async function openSocketIoLink(
  url: string,
  options: SocketIoOptions,
  listener: LinkListener,
  deadlines: Deadlines,
): Promise<{ opening: LinkOpening; link: Link | undefined }> {
  const { promise: entry, resolve: enter } = Promise.withResolvers<string | undefined>();
  const early: string[] = [];
  let send = (text: string): void => void early.push(text);
  const { opening, link } = await openWebSocketLink(
    `${url}${url.includes('?') ? '&' : '?'}EIO=4&transport=websocket`,
    { protocols: [], headers: { ...options.headers } },
    {
      ...listener,
      frame(content, passage) {
        const raw = typeof content === 'string' ? content : content.toString('utf8');
        if (raw.startsWith('2')) {
          listener.beat?.('ping-received');
          return send('3');
        }
        const packet = readPacket(raw);
        const offset =
          packet.kind === 'event' ? noteOffset(options.recovery, packet.values) : undefined;
        listener.frame(content, withCursor(passage, offset));
        if (raw.startsWith('0')) return send(`40${JSON.stringify(proofOf(options))}`);
        if (packet.kind === 'refused') enter(packet.detail);
        if (packet.kind === 'connected') {
          notePid(options.recovery, packet.session);
          enter(undefined);
        }
      },
      closed(ending) {
        enter('closed before the server let us in');
        listener.closed(ending);
      },
    },
    deadlines,
  );
  if (link === undefined) return { opening, link };
  send = (text) => void link.send(text).catch(() => {});
  for (const text of early.splice(0)) send(text);
  const late = setTimeout(() => enter('no answer to the CONNECT packet'), deadlines.upgradeMs);
  const detail = await entry;
  clearTimeout(late);
  if (detail === undefined) return { opening, link };
  link.drop();
  return { opening: { ...opening, outcome: 'refused', detail }, link: undefined };
}

function proofOf({ auth, recovery }: SocketIoOptions): unknown {
  const { pid, offset } = recovery ?? {};
  const missed = pid === undefined || offset === undefined ? {} : { pid, offset };
  return { ...(typeof auth === 'object' ? auth : {}), ...missed };
}

/** The last value of an event is its offset where the server keeps what a lost client misses. */
function noteOffset(
  recovery: Recovery | undefined,
  values: readonly unknown[],
): string | undefined {
  const last = values.at(-1);
  if (recovery?.pid === undefined || values.length < 2 || typeof last !== 'string') {
    return undefined;
  }
  recovery.offset = last;
  return last;
}

/** An offset is the place to go on from, as the `id:` of a stream is. */
function withCursor(passage: Passage | undefined, cursor: string | undefined): Passage | undefined {
  return cursor === undefined ? passage : { tookMs: 0, fragments: 1, ...passage, cursor };
}

function notePid(recovery: Recovery | undefined, { pid }: Readonly<Record<string, unknown>>): void {
  if (recovery !== undefined && typeof pid === 'string') recovery.pid = pid;
}
