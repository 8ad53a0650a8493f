import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { readHeadOfBody } from './read-head-of-body.ts';
import { SharedReads } from './shared-reads.ts';
import type { Deadlines, Link, LinkListener, LinkOpening } from './transport.ts';
import { WebSocketLine } from './websocket-line.ts';

/** Far above any legal frame of the known targets; a larger one is reported, not buffered. */
const maxFrameBytes = 16 * 1024 * 1024;

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
    autoPong: false,
    ...(reads === undefined ? {} : { createConnection: reads.connect }),
    maxPayload: maxFrameBytes,
    handshakeTimeout: deadlines.upgradeMs,
    ...(options.headers === undefined ? {} : { headers: options.headers }),
  });
  const offered = { offeredProtocols: options.protocols, offeredExtensions: '' };
  let upgrade: IncomingMessage | undefined;

  return new Promise((resolve) => {
    const end = (opening: LinkOpening): void =>
      resolve({ opening: { ...offered, ...opening }, link: undefined });
    socket.on('upgrade', (response: IncomingMessage) => (upgrade = response));
    socket.on('unexpected-response', (_request, response) => {
      const status = response.statusCode ?? 0;
      void readHeadOfBody(response)
        .then((detail) => end({ outcome: 'refused', status, ...(detail === '' ? {} : { detail }) }))
        .finally(() => socket.terminate());
    });
    socket.on('error', (error: Error & { code?: string }) => {
      if (upgrade !== undefined) return end(describeAbort(upgrade, error.message));
      const stalled = error.message.includes('handshake has timed out');
      const outcome = stalled ? 'stalled' : 'unreachable';
      end({ outcome, detail: error.code ?? error.message });
    });
    socket.on('open', () => {
      // What listens to the handshake holds all of it, and would live as long as the connection.
      socket.removeAllListeners();
      const link = new WebSocketLine(socket, { raw: upgrade?.socket, reads, listener, deadlines });
      const { protocol } = socket;
      const extensions = upgrade?.headers['sec-websocket-extensions'] ?? '';
      const opening: LinkOpening = { outcome: 'accepted', protocol, extensions, acceptValid: true };
      resolve({ opening: { ...offered, ...opening }, link });
    });
  });
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
