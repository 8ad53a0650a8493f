import type { Database } from './database.ts';

/** One login. Its refresh secret changes with every use; only the hash of the current one is kept. */
export interface Session {
  readonly sessionId: string;
  readonly userId: string;
  readonly refreshHash: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  readonly revoked: boolean;
}

export interface SessionStore {
  open(session: Omit<Session, 'revoked'>): Promise<void>;
  find(sessionId: string): Promise<Session | undefined>;
  /** False when `oldHash` is not the current one any more: somebody else was faster, or a secret was stolen. */
  rotate(sessionId: string, oldHash: string, newHash: string): Promise<boolean>;
  revoke(sessionId: string): Promise<void>;
}

type Row = Omit<Session, 'revoked'> & { readonly revoked: number };

export function createSessionStore(database: Database): SessionStore {
  return {
    open: async ({ sessionId, userId, refreshHash, expiresAt }) => {
      await database.query(
        `INSERT INTO sessions (session_id, user_id, refresh_hash, expires_at) VALUES ($1, $2, $3, $4)`,
        sessionId,
        userId,
        refreshHash,
        expiresAt,
      );
    },
    find: async (sessionId) => {
      const rows = await database.query<Row>(
        `SELECT session_id AS "sessionId", user_id AS "userId", refresh_hash AS "refreshHash",
                expires_at AS "expiresAt", revoked
         FROM sessions WHERE session_id = $1`,
        sessionId,
      );
      return rows[0] && { ...rows[0], revoked: rows[0].revoked !== 0 };
    },
    rotate: async (sessionId, oldHash, newHash) => {
      const rows = await database.query(
        `UPDATE sessions SET refresh_hash = $3
         WHERE session_id = $1 AND refresh_hash = $2 AND revoked = 0 RETURNING session_id`,
        sessionId,
        oldHash,
        newHash,
      );
      return rows.length === 1;
    },
    revoke: async (sessionId) => {
      await database.query(`UPDATE sessions SET revoked = 1 WHERE session_id = $1`, sessionId);
    },
  };
}
