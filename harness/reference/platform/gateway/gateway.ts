import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData } from 'ws';
import type { ConnectionFrame } from '../../../contract/wire-connection.ts';
import type { Identity } from '../auth/identity.ts';
import { refuseRaw } from '../http/refuse-raw.ts';
import type { HttpRefusalCode } from '../http/reply.ts';
import { features, protocolName } from '../protocol.ts';
import type { Rate } from '../rate-limit.ts';
import type { Admit } from './admission.ts';
import { closeCode } from './close-code.ts';
import { Connection, type ConnectionLimits } from './connection.ts';
import { GatewaySocket, type OwnedSocket, type SocketOwner } from './gateway-socket.ts';
import { Intake } from './intake.ts';
import { isOriginAllowed } from './origin.ts';
import { renderRefusal } from './refusal.ts';
import type { Roster } from './roster.ts';

export interface GatewayOptions {
  readonly roster: Roster;
  readonly admit: Admit;
  /** Answers one text frame; frames of one connection are given one after the other. Must not reject. */
  readonly answer: (connection: Connection, text: string) => Promise<void>;
  readonly build: string;
  readonly reportError: (error: unknown) => void;
  readonly allowedOrigins: readonly string[];
  readonly limits: ConnectionLimits & {
    readonly maxFrameBytes: number;
    readonly maxConnectionsPerUser: number;
    readonly frames: Rate;
  };
}

/** Until `ws` listens to the stream itself. */
function destroyStream(this: Duplex): void {
  this.destroy();
}

/** Sockets in, frames out: admits, watches and ends connections, and knows nothing about runs. */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #server: WebSocketServer;
  readonly #owner: SocketOwner = {
    receive: (socket, data, isBinary) => this.#receive(socket, data, isBinary),
    leave: (connection) => this.#options.roster.remove(connection),
  };
  readonly #watch: NodeJS.Timeout;
  #closing = false;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#server = new WebSocketServer({
      WebSocket: GatewaySocket,
      noServer: true,
      clientTracking: false,
      // Compression costs about 300 KB per connection and an order of magnitude of CPU per small frame.
      perMessageDeflate: false,
      maxPayload: options.limits.maxFrameBytes,
      handleProtocols: (offered) => (offered.has(protocolName) ? protocolName : false),
    });
    const { heartbeatMs, pongMs, stallMs } = options.limits;
    const period = Math.min(heartbeatMs, pongMs, stallMs) / 4;
    this.#watch = setInterval(() => this.#inspect(), period).unref();
  }

  /** For the `upgrade` event of the HTTP server. Never rejects. */
  async upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    stream.on('error', destroyStream);
    try {
      const admitted = await this.#admit(request);
      if (typeof admitted === 'string') return refuseRaw(stream, admitted);
      this.#server.handleUpgrade(request, stream, head, (socket) => {
        stream.off('error', destroyStream);
        this.#establish(socket as GatewaySocket, stream, admitted);
      });
    } catch (error) {
      this.#options.reportError(error);
      refuseRaw(stream, 'NOT_READY');
    }
  }

  /** Who may connect, or the code that says why nobody may. */
  async #admit(request: IncomingMessage): Promise<Identity | HttpRefusalCode> {
    const { admit, allowedOrigins, roster, limits } = this.#options;
    const { origin, host } = request.headers;
    if (!/^\/ws(\?|$)/.test(request.url ?? '')) return 'NOT_FOUND';
    if (!isOriginAllowed(origin, host, allowedOrigins)) return 'ORIGIN_FORBIDDEN';
    const identity = await admit(request);
    if (identity === undefined) return 'UNAUTHORIZED';
    if (this.#closing) return 'NOT_READY';
    const open = roster.countOf(identity.userId);
    return open < limits.maxConnectionsPerUser ? identity : 'TOO_MANY_CONNECTIONS';
  }

  /** Ends the connections of one login. */
  endSession(sessionId: string): void {
    for (const connection of this.#options.roster.all()) {
      if (connection.identity.sessionId === sessionId) {
        connection.close(closeCode.sessionEnded, 'logged out');
      }
    }
  }

  /** Events passed by unseen: whoever comes back resumes from the store, which has them all. */
  sendAway(): void {
    for (const connection of this.#options.roster.all()) {
      connection.close(closeCode.restart, 'events passed by: reconnect and resume');
    }
  }

  /** From now on nobody is let in. */
  refuseNewcomers(): void {
    this.#closing = true;
  }

  /** Says goodbye to everybody and settles when all sockets are gone. */
  async close(): Promise<void> {
    this.#closing = true;
    const all = [...this.#options.roster.all()];
    const gone = all.map(({ socket }) => new Promise((resolve) => socket.once('close', resolve)));
    for (const connection of all) connection.close(closeCode.restart, 'restarting: reconnect');
    await Promise.all(gone);
    clearInterval(this.#watch);
  }

  #inspect(): void {
    const now = performance.now();
    for (const connection of this.#options.roster.all()) connection.inspect(now);
  }

  #establish(socket: GatewaySocket, stream: Duplex, identity: Identity): void {
    const { roster, limits, build } = this.#options;
    const connection = new Connection(socket, stream, identity, limits);
    roster.add(connection);
    socket.belongTo(this.#owner, connection);
    const established: ConnectionFrame = {
      type: 'connection_established',
      connection_id: connection.id,
      user_id: identity.userId,
      protocol: protocolName,
      build,
      features: [...features],
    };
    void connection.send([JSON.stringify(established)]);
  }

  #receive(socket: OwnedSocket, data: RawData, isBinary: boolean): void {
    const { connection } = socket;
    if (isBinary) {
      connection.close(closeCode.binaryRefused, 'text frames only');
      return;
    }
    const { limits, answer } = this.#options;
    socket.intake ??= new Intake(limits.frames);
    const verdict = socket.intake.judge();
    if (verdict === 'answer') {
      socket.intake.enqueue(() => answer(connection, (data as Buffer).toString()));
    } else if (verdict === 'refuse') {
      void connection.send([renderRefusal({ code: 'RATE_LIMITED' })]);
    } else {
      connection.close(closeCode.abuse, 'too many frames');
    }
  }
}
