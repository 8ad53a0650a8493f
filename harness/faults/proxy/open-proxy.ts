import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { hostOf } from '../../targets/transports/host-of.ts';
import { EventLane } from './event-lane.ts';
import type { ProxyOptions } from './proxy-options.ts';
import { WebSocketLane } from './websocket-lane.ts';
import { relayHttp } from './relay-http.ts';
import { renderRefusal, renderUpgradeHead, splitHead } from './upgrade-head.ts';

export interface Proxy extends AsyncDisposable {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /**
   * Opens a door of its own for one client, at another port, and gives its URL: where each message opens a stream, only
   * the door tells whose it is.
   */
  openDoor(): Promise<string>;
}

/** Listens on a free port of the loopback and hands on everything to the target, but for the interference. */
export async function openProxy(options: ProxyOptions): Promise<Proxy> {
  const base = new URL(options.target);
  const sockets = new Set<Socket>();
  const servers: Server[] = [];
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    // A dead socket is what many damages are for; its lane hears `close`.
    return socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  };
  const openEvents = (): EventLane => {
    const { lanes, interference } = options;
    const lane = new EventLane(lanes.length, options.project(), interference.greedy);
    lanes.push(lane);
    return lane;
  };
  const listen = async (client: EventLane | undefined): Promise<string> => {
    const server = createServer((request, response) => {
      const entrance = { base, client, openLane: openEvents };
      relayHttp(request, response, entrance, options).catch((error: unknown) => {
        options.failed(error);
        response.destroy();
      });
    });
    servers.push(server);
    server.on('connection', keep);
    server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
      const lane = new WebSocketLane(options.lanes.length, socket, options.project());
      options.lanes.push(lane);
      openLane(lane, renderUpgradeHead(request, base.host), { ...options, base, socket, keep });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  };
  return {
    url: await listen(undefined),
    openDoor: () => listen(openEvents()),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      const closed = servers.map((server) => once(server.close(), 'close'));
      await Promise.all(closed);
    },
  };
}

function openLane(
  lane: WebSocketLane,
  head: string,
  options: ProxyOptions & { base: URL; socket: Socket; keep: (socket: Socket) => Socket },
): void {
  const { interference, base, socket, keep, failed } = options;
  const met = interference.upgrade?.(lane, head);
  if (met === 'stall') return;
  if (met !== undefined && 'status' in met) return void socket.end(renderRefusal(met));
  const target = keep(connect(Number(base.port), hostOf(base)));
  target.write(met === undefined ? head : met.head);
  let answer = Buffer.alloc(0);
  const readHead = (chunk: Buffer): void => {
    answer = Buffer.concat([answer, chunk]);
    const split = splitHead(answer);
    if (split === undefined) return;
    target.off('data', readHead);
    socket.write(interference.handshake?.(lane, split.head) ?? split.head, 'latin1');
    if (!split.head.startsWith('HTTP/1.1 101')) return void socket.end(split.rest);
    lane.relay(target, interference, failed);
    if (split.rest.length > 0) target.emit('data', split.rest);
  };
  target.on('data', readHead);
  target.on('error', () => socket.destroy());
}
