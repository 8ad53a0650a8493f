import type { FastifyReply } from 'fastify';

/** Codes of refused requests. Never reused; a client may rely on them. */
export const statuses = {
  INVALID_REQUEST: 400,
  UNAUTHORIZED: 401,
  ORIGIN_FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TIMEOUT: 408,
  BODY_TOO_LARGE: 413,
  MEDIA_TYPE_UNSUPPORTED: 415,
  UPGRADE_REQUIRED: 426,
  TOO_MANY_ATTEMPTS: 429,
  TOO_MANY_CONNECTIONS: 429,
  HEADERS_TOO_LARGE: 431,
  INTERNAL: 500,
  NOT_READY: 503,
} as const;

export type HttpRefusalCode = keyof typeof statuses;

/** Ends a request with a code and, beyond its name, no reason. */
export function refuseRequest(reply: FastifyReply, code: HttpRefusalCode): FastifyReply {
  if (code === 'UNAUTHORIZED') void reply.header('www-authenticate', 'Bearer');
  return reply.status(statuses[code]).send({ error: { code } });
}
