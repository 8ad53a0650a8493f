import type { Database } from './database.ts';

/** Times are epoch milliseconds. Every statement can be run again on a database that has it. */
const tables = [
  `CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS users (
     user_id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, password_hash TEXT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS sessions (
     session_id TEXT PRIMARY KEY, user_id TEXT NOT NULL, refresh_hash TEXT NOT NULL,
     expires_at DOUBLE PRECISION NOT NULL, revoked INTEGER NOT NULL DEFAULT 0)`,
  `CREATE TABLE IF NOT EXISTS tickets (
     ticket_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, session_id TEXT NOT NULL,
     expires_at DOUBLE PRECISION NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS threads (
     thread_id TEXT PRIMARY KEY, user_id TEXT NOT NULL, title TEXT NOT NULL,
     created_at DOUBLE PRECISION NOT NULL)`,
  `CREATE INDEX IF NOT EXISTS threads_of_user ON threads (user_id, created_at)`,
  `CREATE TABLE IF NOT EXISTS messages (
     message_id TEXT PRIMARY KEY, thread_id TEXT NOT NULL, run_id TEXT NOT NULL, role TEXT NOT NULL,
     content TEXT NOT NULL, created_at DOUBLE PRECISION NOT NULL)`,
  `CREATE INDEX IF NOT EXISTS messages_of_thread ON messages (thread_id, created_at)`,
  `CREATE TABLE IF NOT EXISTS runs (
     run_id TEXT PRIMARY KEY, thread_id TEXT NOT NULL, user_id TEXT NOT NULL,
     idempotency_key TEXT NOT NULL, instance TEXT NOT NULL, lease_until DOUBLE PRECISION NOT NULL,
     ended_at DOUBLE PRECISION, UNIQUE (user_id, idempotency_key))`,
  `CREATE INDEX IF NOT EXISTS open_runs ON runs (instance) WHERE ended_at IS NULL`,
  `CREATE TABLE IF NOT EXISTS event_chunks (
     run_id TEXT NOT NULL, first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL, frames TEXT NOT NULL,
     PRIMARY KEY (run_id, first_seq))`,
  `CREATE TABLE IF NOT EXISTS counters (
     user_id TEXT NOT NULL, name TEXT NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (user_id, name))`,
];

/** Two processes may start at once on one database: the slower fails, and finds all in place on its second try. */
export async function createTables(database: Database): Promise<void> {
  const statements = tables.map((sql) => ({ sql, values: [] }));
  try {
    await database.runAtomically(statements);
  } catch {
    await database.runAtomically(statements);
  }
}
