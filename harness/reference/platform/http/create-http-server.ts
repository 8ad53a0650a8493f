import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { addAuthRoutes, type AuthRoutesOptions } from './auth-routes.ts';
import { addOperationRoutes, type OperationRoutesOptions } from './operation-routes.ts';
import { addPageRoutes } from './page-routes.ts';
import { refuseRequest } from './reply.ts';
import { addThreadRoutes, type ThreadRoutesOptions } from './thread-routes.ts';

export interface HttpServerOptions {
  readonly auth: AuthRoutesOptions;
  readonly threads: ThreadRoutesOptions;
  readonly operation: OperationRoutesOptions;
  readonly page: { readonly demoPassword: string | undefined };
  readonly reportError: (error: unknown) => void;
}

const bodyLimit = 64 * 1024;

/** The HTTP half of the platform; it does not listen yet. */
export async function createHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const server = fastify({ bodyLimit, forceCloseConnections: true });
  server.setNotFoundHandler((_, reply) => refuseRequest(reply, 'NOT_FOUND'));
  server.setErrorHandler((error: FastifyError, _, reply) => {
    // A status below 500 is fastify's word for a bad request: broken JSON, wrong media type, too large.
    if ((error.statusCode ?? 500) < 500) return refuseRequest(reply, 'INVALID_REQUEST');
    options.reportError(error);
    return refuseRequest(reply, 'INTERNAL');
  });
  addAuthRoutes(server, options.auth);
  addThreadRoutes(server, options.threads);
  addOperationRoutes(server, options.operation);
  await addPageRoutes(server, options.page);
  return server;
}
