import { createHash, randomBytes } from 'node:crypto';
import type { TicketStore } from '../store/ticket-store.ts';
import type { Identity } from './identity.ts';

/**
 * A browser page cannot set headers on a socket; a ticket may stand in a URL because it is spent at once.
 * It lives in the store: behind a proxy, the process that issues it is seldom the one that gets the socket.
 */
export interface Tickets {
  /** Seconds until a ticket runs out. */
  readonly lifetime: number;
  issue(identity: Identity): Promise<string>;
  /** Undefined when the ticket is unknown, spent or too old. */
  redeem(ticket: string): Promise<Identity | undefined>;
}

const lifetime = 30;

function hashOf(ticket: string): string {
  return createHash('sha256').update(ticket).digest('base64url');
}

/** `now` in epoch milliseconds. */
export function createTickets(store: TicketStore, now: () => number = Date.now): Tickets {
  return {
    lifetime,
    issue: async ({ userId, sessionId }) => {
      const ticket = randomBytes(32).toString('base64url');
      const expiresAt = now() + lifetime * 1000;
      await store.keep({ hash: hashOf(ticket), userId, sessionId, expiresAt }, now());
      return ticket;
    },
    redeem: async (ticket) => {
      const stored = await store.take(hashOf(ticket));
      if (stored === undefined || stored.expiresAt <= now()) return undefined;
      return { userId: stored.userId, sessionId: stored.sessionId };
    },
  };
}
