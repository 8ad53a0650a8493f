import { randomBytes } from 'node:crypto';
import type { Identity } from './identity.ts';

/** A browser page cannot set headers on a socket; a ticket may stand in a URL because it is spent at once. */
export interface Tickets {
  /** Seconds until a ticket runs out. */
  readonly lifetime: number;
  issue(identity: Identity): string;
  /** Undefined when the ticket is unknown, spent or too old. */
  redeem(ticket: string): Identity | undefined;
}

const lifetime = 30;
/** Oldest first out: a client that hoards tickets only hurts its own. */
const capacity = 10_000;

/** `now` in epoch milliseconds. */
export function createTickets(now: () => number = Date.now): Tickets {
  const open = new Map<string, { identity: Identity; expiresAt: number }>();
  return {
    lifetime,
    issue: (identity) => {
      const oldest = open.keys().next();
      if (open.size >= capacity && oldest.value !== undefined) open.delete(oldest.value);
      const ticket = randomBytes(32).toString('base64url');
      open.set(ticket, { identity, expiresAt: now() + lifetime * 1000 });
      return ticket;
    },
    redeem: (ticket) => {
      const entry = open.get(ticket);
      open.delete(ticket);
      return entry !== undefined && now() < entry.expiresAt ? entry.identity : undefined;
    },
  };
}
