import type { IncomingMessage } from 'node:http';
import type { Authority } from '../auth/authority.ts';
import type { Identity } from '../auth/identity.ts';
import type { Tickets } from '../auth/tickets.ts';
import { bearerPrefix } from '../protocol.ts';

/** Finds out who wants to connect; undefined for nobody we know. */
export type Admit = (request: IncomingMessage) => Promise<Identity | undefined>;

function offeredProtocols(request: IncomingMessage): string[] {
  return (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
}

function bearerOf(request: IncomingMessage): string | undefined {
  const authorization = /^bearer (?<token>\S+)$/i.exec(request.headers.authorization ?? '');
  if (authorization) return authorization.groups?.['token'];
  const offered = offeredProtocols(request).find((name) => name.startsWith(bearerPrefix));
  return offered?.slice(bearerPrefix.length);
}

/** Three ways in: `Authorization` header, `bearer.<jwt>` subprotocol, single-use `?ticket=`. */
export function createAdmission(authority: Authority, tickets: Tickets): Admit {
  return async (request) => {
    const bearer = bearerOf(request);
    if (bearer !== undefined) return authority.identify(bearer);
    const ticket = new URL(request.url ?? '/', 'http://host').searchParams.get('ticket');
    const identity = ticket === null ? undefined : await tickets.redeem(ticket);
    return identity && (await authority.isLive(identity)) ? identity : undefined;
  };
}
