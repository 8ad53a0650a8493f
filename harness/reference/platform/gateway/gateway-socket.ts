import { WebSocket, type RawData } from 'ws';
import type { Connection } from './connection.ts';
import type { Intake } from './intake.ts';

/** Where a socket tells what happens to it. */
export interface SocketOwner {
  receive(socket: OwnedSocket, data: RawData, isBinary: boolean): void;
  leave(connection: Connection): void;
}

export type OwnedSocket = GatewaySocket & { readonly connection: Connection };

/**
 * A server's socket that knows whose it is, so that thousands of silent ones share their listeners:
 * closures of their own would be a quarter of what a socket holds.
 */
export class GatewaySocket extends WebSocket {
  connection: Connection | undefined = undefined;
  /** There from the first frame on. */
  intake: Intake | undefined = undefined;
  #owner: SocketOwner | undefined = undefined;

  belongTo(owner: SocketOwner, connection: Connection): void {
    this.#owner = owner;
    this.connection = connection;
    this.on('message', onMessage);
    this.on('pong', onPong);
    this.on('close', onClose);
    // The reason is in the close code that `ws` sends; the close event follows.
    this.on('error', ignore);
  }

  take(data: RawData, isBinary: boolean): void {
    this.connection?.heard();
    this.#owner?.receive(this as OwnedSocket, data, isBinary);
  }

  leave(): void {
    if (this.connection !== undefined) this.#owner?.leave(this.connection);
  }
}

function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
  (this as GatewaySocket).take(data, isBinary);
}

function onPong(this: WebSocket): void {
  (this as GatewaySocket).connection?.heard();
}

function onClose(this: WebSocket): void {
  (this as GatewaySocket).leave();
}

function ignore(): void {}
