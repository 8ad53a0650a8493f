import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Authority } from '../auth/authority.ts';
import type { Tickets } from '../auth/tickets.ts';
import type { RateLimit } from '../rate-limit.ts';
import { requireBearer } from './bearer.ts';
import { refuseRequest } from './reply.ts';

const LoginSchema = z.strictObject({
  email: z.string().min(1).max(254),
  password: z.string().min(1).max(1024),
});
const RefreshSchema = z.strictObject({ refresh_token: z.string().min(1).max(256) });

export interface AuthRoutesOptions {
  readonly authority: Authority;
  readonly tickets: Tickets;
  /** Failed logins per address and account: guessing is slowed down, a busy office is not. */
  readonly failedLogins: RateLimit;
}

export function addAuthRoutes(server: FastifyInstance, options: AuthRoutesOptions): void {
  const { authority, tickets, failedLogins } = options;

  server.post('/auth/login', async (request, reply) => {
    const login = LoginSchema.safeParse(request.body);
    if (!login.success) return refuseRequest(reply, 'INVALID_REQUEST');
    const { email, password } = login.data;
    const account = email.toLowerCase();
    const source = `${request.ip} ${account}`;
    if (failedLogins.isExhausted(source)) return refuseRequest(reply, 'TOO_MANY_ATTEMPTS');
    const grant = await authority.login(account, password);
    if (grant !== undefined) return grant;
    failedLogins.take(source);
    return refuseRequest(reply, 'UNAUTHORIZED');
  });

  server.post('/auth/refresh', async (request, reply) => {
    const body = RefreshSchema.safeParse(request.body);
    if (!body.success) return refuseRequest(reply, 'INVALID_REQUEST');
    return (
      (await authority.refresh(body.data.refresh_token)) ?? refuseRequest(reply, 'UNAUTHORIZED')
    );
  });

  server.post(
    '/auth/logout',
    requireBearer(authority, async ({ sessionId }, _, reply) => {
      await authority.revoke(sessionId);
      return reply.status(204).send();
    }),
  );

  server.post(
    '/auth/ws-ticket',
    requireBearer(authority, async (identity) => ({
      ticket: await tickets.issue(identity),
      expires_in: tickets.lifetime,
    })),
  );
}
