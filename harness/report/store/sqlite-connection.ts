import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import type { Query, SqlConnection } from './sql-connection.ts';

/** How long a writer waits for another one to finish. */
const patienceMs = 30_000;
const retryMs = 5;

/** https://www.sqlite.org/rescode.html#busy */
const busy = 5;

/** Opens a SQLite file, made with its folder when it is missing; `:memory:` for a store that lives as long as the process. */
export function openSqliteConnection(path: string): SqlConnection {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: patienceMs });
  const query: Query = (sql, ...values) => {
    const statement = database.prepare(sql.replaceAll(/\$(\d+)/g, '?$1'));
    return Promise.resolve(statement.all(...values));
  };
  /** Work on this connection stands in line: SQLite knows one transaction per connection. */
  let line: Promise<unknown> = Promise.resolve();

  return {
    query,
    exclusively: (work) => {
      const turn = line.then(() => inTransaction(database, () => work(query)));
      line = turn.catch(() => undefined);
      return turn;
    },
    close: () => {
      database.close();
      return Promise.resolve();
    },
  };
}

async function inTransaction<Value>(
  database: DatabaseSync,
  work: () => Promise<Value>,
): Promise<Value> {
  await begin(database);
  try {
    const value = await work();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Waits for its turn without blocking the thread: the writer that is in the way may be a connection of this very
 * process, which could never finish while we wait inside SQLite.
 */
async function begin(database: DatabaseSync): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!tryBegin(database, performance.now() > deadline)) await delay(retryMs);
}

function tryBegin(database: DatabaseSync, last: boolean): boolean {
  database.exec('PRAGMA busy_timeout = 0');
  try {
    database.exec('BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    if (last || (error as { errcode?: number }).errcode !== busy) throw error;
    return false;
  } finally {
    database.exec(`PRAGMA busy_timeout = ${String(patienceMs)}`);
  }
}
