import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Authority } from '../auth/authority.ts';
import type { Identity } from '../auth/identity.ts';
import { refuseRequest } from './reply.ts';

type Handler<Result> = (
  identity: Identity,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<Result>;

/** Wraps a handler so that it runs for a valid bearer token only. */
export function requireBearer<Result>(authority: Authority, handle: Handler<Result>) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { token } =
      /^bearer (?<token>\S+)$/i.exec(request.headers.authorization ?? '')?.groups ?? {};
    const identity = token === undefined ? undefined : await authority.identify(token);
    if (identity === undefined) return refuseRequest(reply, 'UNAUTHORIZED');
    return handle(identity, request, reply);
  };
}
