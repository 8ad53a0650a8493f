import type { FastifyReply } from 'fastify';

const statuses = {
  INVALID_REQUEST: 400,
  UNAUTHORIZED: 401,
  NOT_FOUND: 404,
  TOO_MANY_ATTEMPTS: 429,
  INTERNAL: 500,
  NOT_READY: 503,
} as const;

export type HttpRefusalCode = keyof typeof statuses;

/** Ends a request with a code and, beyond its name, no reason. */
export function refuseRequest(reply: FastifyReply, code: HttpRefusalCode): FastifyReply {
  if (code === 'UNAUTHORIZED') void reply.header('www-authenticate', 'Bearer');
  return reply.status(statuses[code]).send({ error: { code } });
}
