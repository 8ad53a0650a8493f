import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { ConnectionFrame } from '../../../contract/wire-connection.ts';
import type { Identity } from '../auth/identity.ts';
import { features, protocolName } from '../protocol.ts';
import { Allowance, type Rate } from '../rate-limit.ts';
import type { Admit } from './admission.ts';
import { closeCode } from './close-code.ts';
import { Connection, type ConnectionLimits } from './connection.ts';
import { isOriginAllowed } from './origin.ts';
import { refuseUpgrade, type UpgradeRefusal } from './refuse-upgrade.ts';
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

/** Refused frames in a row after which a connection counts as abuse. */
const patience = 100;

/** Sockets in, frames out: admits, watches and ends connections, and knows nothing about runs. */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #server: WebSocketServer;
  readonly #watch: NodeJS.Timeout;
  #closing = false;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#server = new WebSocketServer({
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
    stream.on('error', () => stream.destroy());
    try {
      const admitted = await this.#admit(request);
      if (typeof admitted === 'number') return refuseUpgrade(stream, admitted);
      this.#server.handleUpgrade(request, stream, head, (socket) => {
        this.#establish(socket, stream, admitted);
      });
    } catch (error) {
      this.#options.reportError(error);
      refuseUpgrade(stream, 503);
    }
  }

  /** Who may connect, or the HTTP status that says why nobody may. */
  async #admit(request: IncomingMessage): Promise<Identity | UpgradeRefusal> {
    const { admit, allowedOrigins, roster, limits } = this.#options;
    const { origin, host } = request.headers;
    if (!/^\/ws(\?|$)/.test(request.url ?? '')) return 404;
    if (!isOriginAllowed(origin, host, allowedOrigins)) return 403;
    const identity = await admit(request);
    if (identity === undefined) return 401;
    if (this.#closing) return 503;
    return roster.countOf(identity.userId) < limits.maxConnectionsPerUser ? identity : 429;
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

  #establish(socket: WebSocket, stream: Duplex, identity: Identity): void {
    const { roster, limits, build } = this.#options;
    const connection = new Connection(socket, stream, identity, limits);
    roster.add(connection);
    socket.on('close', () => roster.remove(connection));
    // The reason is in the close code that `ws` sends; the close event follows.
    socket.on('error', () => {});
    socket.on('pong', () => connection.heard());
    this.#listen(connection);
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

  #listen(connection: Connection): void {
    const allowance = new Allowance(this.#options.limits.frames);
    let refused = 0;
    let work = Promise.resolve();
    connection.socket.on('message', (data: RawData, isBinary: boolean) => {
      connection.heard();
      if (isBinary) return connection.close(closeCode.binaryRefused, 'text frames only');
      if (allowance.take()) {
        refused = 0;
        work = work.then(() => this.#options.answer(connection, (data as Buffer).toString()));
        return;
      }
      refused += 1;
      if (refused > patience) return connection.close(closeCode.abuse, 'too many frames');
      void connection.send([renderRefusal({ code: 'RATE_LIMITED' })]);
    });
  }
}
