import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { Heartbeat } from './heartbeat.ts';
import { readHeadOfBody } from './read-head-of-body.ts';
import { SocketTap } from './socket-tap.ts';
import { SharedReads } from './shared-reads.ts';
import type {
  Deadlines,
  Link,
  LinkEnding,
  LinkListener,
  LinkOpening,
  Passage,
} from './transport.ts';

/** Far above any legal frame of the known targets; a larger one is reported, not buffered. */
const maxFrameBytes = 16 * 1024 * 1024;

/** How nearly every message comes. */
const inOnePiece: Passage = { tookMs: 0, fragments: 1 };

const asText = { binary: false };
const ignore = (): void => {};

interface Fate {
  protocolError: string | undefined;
  weClosed: boolean;
  silent: boolean;
}

/**
 * Opens a WebSocket with a tap on the raw socket. `ws` reports FIN, RST, half frames and silence all as 1006;
 * the tap tells them apart.
 */
export function openWebSocketLink(
  url: string,
  options: { protocols: string[]; headers?: Record<string, string> },
  listener: LinkListener,
  deadlines: Deadlines,
): Promise<{ opening: LinkOpening; link: Link | undefined }> {
  // The streams of TLS leave no choice of how they are read.
  const reads = url.startsWith('ws:') ? new SharedReads() : undefined;
  const socket = new WebSocket(url, options.protocols, {
    perMessageDeflate: false,
    ...(reads === undefined ? {} : { createConnection: reads.connect }),
    maxPayload: maxFrameBytes,
    handshakeTimeout: deadlines.upgradeMs,
    ...(options.headers === undefined ? {} : { headers: options.headers }),
  });
  const offered = { offeredProtocols: options.protocols, offeredExtensions: '' };
  const fate: Fate = { protocolError: undefined, weClosed: false, silent: false };
  let upgrade: IncomingMessage | undefined;
  let tap: SocketTap | undefined;

  socket.on('upgrade', (response: IncomingMessage) => (upgrade = response));
  socket.on('message', (data: Buffer, isBinary: boolean) =>
    listener.frame(isBinary ? data : data.toString('utf8'), tap?.next()),
  );

  return new Promise((resolve) => {
    const end = (opening: LinkOpening): void =>
      resolve({ opening: { ...offered, ...opening }, link: undefined });
    socket.on('unexpected-response', (_request, response) => {
      const status = response.statusCode ?? 0;
      void readHeadOfBody(response)
        .then((detail) => end({ outcome: 'refused', status, ...(detail === '' ? {} : { detail }) }))
        .finally(() => socket.terminate());
    });
    socket.on('error', (error: Error & { code?: string }) => {
      if (tap !== undefined && error.code?.startsWith('WS_ERR') === true) {
        if (reads !== undefined) reads.taker = undefined;
        fate.protocolError = error.code;
      } else if (upgrade !== undefined && tap === undefined) {
        end(describeAbort(upgrade, error.message));
      } else {
        const stalled = error.message.includes('handshake has timed out');
        const outcome = stalled ? 'stalled' : 'unreachable';
        end({ outcome, detail: error.code ?? error.message });
      }
    });
    socket.on('open', () => {
      if (upgrade !== undefined) {
        const own = (tap = new SocketTap(upgrade.socket));
        const isReady = (): boolean => own.betweenMessages;
        const text = (whole: string): void => listener.frame(whole, inOnePiece);
        if (reads !== undefined) reads.taker = { isReady, text };
      }
      const heartbeat = new Heartbeat(
        socket,
        deadlines.pongMs,
        (beat) => listener.beat?.(beat),
        () => {
          fate.silent = true;
          socket.terminate();
        },
      );
      socket.on('close', (code, reason) => {
        heartbeat.stop();
        listener.closed(describeEnding(code, reason.toString(), tap, fate));
      });
      const { protocol } = socket;
      const extensions = upgrade?.headers['sec-websocket-extensions'] ?? '';
      // All of the handshake would otherwise live as long as the connection.
      upgrade = undefined;
      const opening: LinkOpening = { outcome: 'accepted', protocol, extensions, acceptValid: true };
      resolve({ opening: { ...offered, ...opening }, link: linkOf(socket, heartbeat, fate) });
    });
  });
}

function linkOf(socket: WebSocket, heartbeat: Heartbeat, fate: Fate): Link {
  return {
    send: (text) =>
      new Promise((sent, failed) => {
        socket.send(text, (error) => (error instanceof Error ? failed(error) : sent()));
      }),
    post(text) {
      // Bytes go out in one write, head and all, and texts in two.
      socket.send(Buffer.from(text), asText, ignore);
    },
    close() {
      fate.weClosed = true;
      socket.close(1000);
    },
    drop() {
      fate.weClosed = true;
      socket.terminate();
    },
    stopReading() {
      heartbeat.pause(true);
      socket.pause();
    },
    readOn() {
      heartbeat.pause(false);
      socket.resume();
    },
  };
}

/** The target answered 101 and `ws` left, because a browser would leave too. */
function describeAbort({ headers }: IncomingMessage, aborted: string): LinkOpening {
  return {
    outcome: 'accepted',
    protocol: headers['sec-websocket-protocol'] ?? '',
    extensions: headers['sec-websocket-extensions'] ?? '',
    acceptValid: !aborted.includes('Sec-WebSocket-Accept'),
    aborted,
  };
}

function describeEnding(
  code: number,
  reason: string,
  tap: SocketTap | undefined,
  fate: Fate,
): LinkEnding {
  if (fate.silent) return { cause: 'silence' };
  if (fate.protocolError !== undefined) {
    const illegal = fate.protocolError === 'WS_ERR_INVALID_CLOSE_CODE' ? tap?.closeCode : undefined;
    const detail = fate.protocolError;
    return { cause: 'protocol-error', detail, ...(illegal === undefined ? {} : { code: illegal }) };
  }
  if (fate.weClosed) return { cause: 'probe' };
  if (code !== 1006) return { cause: 'close-frame', code, reason };
  if (tap?.reset === true) return { cause: 'rst' };
  if (tap?.insideFrame === true) return { cause: 'half-frame' };
  return { cause: 'fin' };
}
