import type { Database } from './database.ts';

/** A way in that is spent with its first use, at whichever process of the platform that happens. */
export interface StoredTicket {
  readonly hash: string;
  readonly userId: string;
  readonly sessionId: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

export interface TicketStore {
  /** Forgets what had run out at `now` (epoch milliseconds) on the way: nobody will redeem it. */
  keep(ticket: StoredTicket, now: number): Promise<void>;
  /** Gives a ticket to the first who asks for it, and to nobody after. */
  take(hash: string): Promise<StoredTicket | undefined>;
}

export function createTicketStore(database: Database): TicketStore {
  return {
    keep: ({ hash, userId, sessionId, expiresAt }, now) =>
      database.runAtomically([
        { sql: `DELETE FROM tickets WHERE expires_at <= $1`, values: [now] },
        {
          sql: `INSERT INTO tickets (ticket_hash, user_id, session_id, expires_at) VALUES ($1, $2, $3, $4)`,
          values: [hash, userId, sessionId, expiresAt],
        },
      ]),
    take: async (hash) => {
      const rows = await database.query<StoredTicket>(
        `DELETE FROM tickets WHERE ticket_hash = $1
         RETURNING ticket_hash AS "hash", user_id AS "userId", session_id AS "sessionId",
                   expires_at AS "expiresAt"`,
        hash,
      );
      return rows[0];
    },
  };
}
