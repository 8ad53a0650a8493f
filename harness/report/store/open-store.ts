import { HarnessError } from '../../contract/harness-error.ts';
import { migrate } from './migrations.ts';
import { openPostgresConnection } from './postgres-connection.ts';
import type { ResultStore } from './result-store.ts';
import type { SqlConnection } from './sql-connection.ts';
import { createSqlResultStore } from './sql-result-store.ts';
import { openSqliteConnection } from './sqlite-connection.ts';

/**
 * Opens a result store: `postgres://…` for a server, anything else is a SQLite file that is made when missing.
 * Rejects with `STORE_UNREADABLE`, `STORE_NEWER` or `DEPENDENCY_MISSING`.
 */
export async function openStore(location: string): Promise<ResultStore> {
  let connection: SqlConnection | undefined;
  try {
    connection = await connectTo(location);
    await migrate(connection);
    return createSqlResultStore(connection);
  } catch (cause) {
    await connection?.close();
    if (cause instanceof HarnessError) throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    const where = location.replace(/\/\/[^@/]*@/, '//');
    throw new HarnessError('STORE_UNREADABLE', `the result store cannot be opened: ${message}`, {
      where,
      cause,
    });
  }
}

async function connectTo(location: string): Promise<SqlConnection> {
  if (/^postgres(ql)?:/.test(location)) return openPostgresConnection(location);
  const [, scheme] = /^(\w+):\/\//.exec(location) ?? [];
  if (scheme === undefined) return openSqliteConnection(location);
  throw new Error(`"${scheme}" is no store that is known (expected: a file, or postgres://…)`);
}
