import type { Database } from './database.ts';
import { openPostgresDatabase } from './postgres-database.ts';
import { openSqliteDatabase } from './sqlite-database.ts';

/** `postgres://…` for several processes; otherwise a file of SQLite, '' for a private temporary one. */
export async function openDatabase(location: string): Promise<Database> {
  return /^postgres(ql)?:/.test(location)
    ? openPostgresDatabase(location)
    : openSqliteDatabase(location);
}
