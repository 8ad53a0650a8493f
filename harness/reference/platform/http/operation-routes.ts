import type { FastifyInstance } from 'fastify';
import { refuseRequest } from './reply.ts';

export interface OperationRoutesOptions {
  /** Rejects while the platform must not get traffic. */
  readonly checkReady: () => Promise<void>;
  /** Prometheus text. */
  readonly renderMetrics: () => string;
}

/** For those who run the platform: is it alive, is it ready, what does it do. */
export function addOperationRoutes(
  server: FastifyInstance,
  { checkReady, renderMetrics }: OperationRoutesOptions,
): void {
  server.get('/healthz', async () => ({ status: 'alive' }));
  server.get('/readyz', async (_, reply) => {
    try {
      await checkReady();
      return { status: 'ready' };
    } catch {
      return refuseRequest(reply, 'NOT_READY');
    }
  });
  server.get('/metrics', async (_, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(renderMetrics()),
  );
}
