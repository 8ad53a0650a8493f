import type { Database, Statement } from './database.ts';

export interface StoredRun {
  readonly runId: string;
  readonly threadId: string;
  readonly userId: string;
  /** Who executes it. */
  readonly instance: string;
  /** Epoch milliseconds; null while the run is open. */
  readonly endedAt: number | null;
}

export interface NewRun {
  readonly runId: string;
  readonly threadId: string;
  readonly userId: string;
  readonly idempotencyKey: string;
  readonly messageId: string;
  readonly content: string;
  readonly title: string;
  /** Who executes it, and until when (epoch milliseconds) the others leave it alone. */
  readonly instance: string;
  readonly leaseUntil: number;
  readonly createdAt: number;
}

export interface RunStore {
  /**
   * Stores thread, message and run together, once per user and idempotency key.
   * Returns the run of that key: another `runId` than the one given means that the key was used before.
   */
  open(run: NewRun): Promise<StoredRun>;
  find(runId: string): Promise<StoredRun | undefined>;
  end(runId: string, endedAt: number): Promise<void>;
  renewLeases(runIds: readonly string[], leaseUntil: number): Promise<void>;
  /** Open runs left behind: by an earlier process of this instance if `mine`, or by anyone whose lease ran out. */
  claimAbandoned(
    instance: string,
    now: number,
    leaseUntil: number,
    mine: boolean,
  ): Promise<StoredRun[]>;
  /** Deletes the events of runs that ended before `endedBefore`. */
  forgetEvents(endedBefore: number): Promise<void>;
}

const columns =
  'run_id AS "runId", thread_id AS "threadId", user_id AS "userId", instance, ended_at AS "endedAt"';

/** Thread and message are written only if the run was: a repeated key must leave no trace. */
function openStatements(run: NewRun): Statement[] {
  return [
    {
      sql: `INSERT INTO runs (run_id, thread_id, user_id, idempotency_key, instance, lease_until)
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (user_id, idempotency_key) DO NOTHING`,
      values: [
        run.runId,
        run.threadId,
        run.userId,
        run.idempotencyKey,
        run.instance,
        run.leaseUntil,
      ],
    },
    {
      sql: `INSERT INTO threads (thread_id, user_id, title, created_at)
            SELECT thread_id, user_id, CAST($2 AS TEXT), CAST($3 AS DOUBLE PRECISION)
            FROM runs WHERE run_id = $1
            ON CONFLICT (thread_id) DO NOTHING`,
      values: [run.runId, run.title, run.createdAt],
    },
    {
      sql: `INSERT INTO messages (message_id, thread_id, run_id, role, content, created_at)
            SELECT CAST($2 AS TEXT), thread_id, run_id, 'user', CAST($3 AS TEXT),
                   CAST($4 AS DOUBLE PRECISION)
            FROM runs WHERE run_id = $1`,
      values: [run.runId, run.messageId, run.content, run.createdAt],
    },
  ];
}

export function createRunStore(database: Database): RunStore {
  return {
    open: async (run) => {
      await database.runAtomically(openStatements(run));
      const rows = await database.query<StoredRun>(
        `SELECT ${columns} FROM runs WHERE user_id = $1 AND idempotency_key = $2`,
        run.userId,
        run.idempotencyKey,
      );
      const stored = rows[0];
      if (stored === undefined) throw new Error(`run ${run.runId} vanished while it was opened`);
      return stored;
    },
    find: async (runId) => {
      const rows = await database.query<StoredRun>(
        `SELECT ${columns} FROM runs WHERE run_id = $1`,
        runId,
      );
      return rows[0];
    },
    end: async (runId, endedAt) => {
      await database.query(`UPDATE runs SET ended_at = $2 WHERE run_id = $1`, runId, endedAt);
    },
    renewLeases: (runIds, leaseUntil) =>
      database.runAtomically(
        runIds.map((runId) => ({
          sql: `UPDATE runs SET lease_until = $2 WHERE run_id = $1`,
          values: [runId, leaseUntil],
        })),
      ),
    claimAbandoned: (instance, now, leaseUntil, mine) =>
      database.query<StoredRun>(
        `UPDATE runs SET instance = $1, lease_until = $3
         WHERE ended_at IS NULL AND (lease_until < $2 OR (instance = $1 AND $4 = 1))
         RETURNING ${columns}`,
        instance,
        now,
        leaseUntil,
        mine ? 1 : 0,
      ),
    forgetEvents: async (endedBefore) => {
      await database.query(
        `DELETE FROM event_chunks WHERE run_id IN (SELECT run_id FROM runs WHERE ended_at < $1)`,
        endedBefore,
      );
    },
  };
}
