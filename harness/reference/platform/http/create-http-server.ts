import type { Socket } from 'node:net';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import { watchMethods } from './allowed-methods.ts';
import { addAuthRoutes, type AuthRoutesOptions } from './auth-routes.ts';
import { addOperationRoutes, type OperationRoutesOptions } from './operation-routes.ts';
import { addPageRoutes } from './page-routes.ts';
import { refuseRaw } from './refuse-raw.ts';
import { refuseRequest, type HttpRefusalCode } from './reply.ts';
import { addThreadRoutes, type ThreadRoutesOptions } from './thread-routes.ts';

export interface HttpServerOptions {
  readonly auth: AuthRoutesOptions;
  readonly threads: ThreadRoutesOptions;
  readonly operation: OperationRoutesOptions;
  readonly page: { readonly demoPassword: string | undefined };
  /** Addresses that may say by X-Forwarded-For for whom they ask. */
  readonly trustedProxies: readonly string[];
  readonly reportError: (error: unknown) => void;
}

const bodyLimit = 64 * 1024;

/** What fastify calls a bad request has a status below 500: broken JSON, wrong media type, too large. */
function codeOf({ statusCode = 500 }: FastifyError): HttpRefusalCode {
  if (statusCode === 413) return 'BODY_TOO_LARGE';
  if (statusCode === 415) return 'MEDIA_TYPE_UNSUPPORTED';
  return statusCode < 500 ? 'INVALID_REQUEST' : 'INTERNAL';
}

/** Bytes that never became a request. */
function refuseBytes({ code }: { readonly code?: string }, socket: Socket): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const reasons: Readonly<Record<string, HttpRefusalCode>> = {
    HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
    ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
  };
  refuseRaw(socket, reasons[code ?? ''] ?? 'INVALID_REQUEST');
}

/** The HTTP half of the platform; it does not listen yet. */
export async function createHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const refuse = (error: FastifyError, reply: FastifyReply): FastifyReply => {
    const code = codeOf(error);
    if (code === 'INTERNAL') options.reportError(error);
    return refuseRequest(reply, code);
  };
  const server = fastify({
    bodyLimit,
    trustProxy: [...options.trustedProxies],
    forceCloseConnections: true,
    clientErrorHandler: refuseBytes,
    frameworkErrors: (error, _, reply) => {
      void refuse(error, reply);
    },
  });
  // JSON or nothing.
  server.removeContentTypeParser('text/plain');
  const methodsOf = watchMethods(server);
  server.setNotFoundHandler(({ url }, reply) => {
    const allowed = methodsOf(url.split('?')[0] ?? '');
    if (allowed.length === 0) return refuseRequest(reply, 'NOT_FOUND');
    return refuseRequest(reply.header('allow', allowed.join(', ')), 'METHOD_NOT_ALLOWED');
  });
  server.setErrorHandler((error: FastifyError, _, reply) => refuse(error, reply));
  server.get('/ws', async (_, reply) =>
    refuseRequest(reply.header('upgrade', 'websocket'), 'UPGRADE_REQUIRED'),
  );
  addAuthRoutes(server, options.auth);
  addThreadRoutes(server, options.threads);
  addOperationRoutes(server, options.operation);
  await addPageRoutes(server, options.page);
  return server;
}
