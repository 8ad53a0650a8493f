import { HarnessError } from '../../contract/harness-error.ts';
import type { Query, SqlConnection } from './sql-connection.ts';

/** In order, each applied once; what was released is never edited. Plain SQL that SQLite and PostgreSQL both read. */
const migrations: readonly (readonly string[])[] = [
  [
    `CREATE TABLE golden_path_result (
      run_id TEXT PRIMARY KEY,
      started_at TEXT NOT NULL,
      target TEXT NOT NULL,
      body TEXT NOT NULL
    )`,
    'CREATE INDEX golden_path_result_time ON golden_path_result (target, started_at, run_id)',
  ],
  [
    'ALTER TABLE golden_path_result ADD COLUMN digest_version INTEGER NOT NULL DEFAULT 0',
    "ALTER TABLE golden_path_result ADD COLUMN digest TEXT NOT NULL DEFAULT ''",
  ],
];

/** Brings a store up to date. Rejects with `STORE_NEWER` when a later golden-path wrote it. */
export async function migrate(connection: SqlConnection): Promise<void> {
  await connection.exclusively(async (query) => {
    const version = await versionOf(query);
    if (version > migrations.length) {
      throw new HarnessError(
        'STORE_NEWER',
        `the store has version ${String(version)}, this golden-path knows ${String(migrations.length)}`,
      );
    }
    for (const statements of migrations.slice(version)) {
      for (const statement of statements) await query(statement);
    }
    await query('UPDATE golden_path_schema SET version = $1', migrations.length);
  });
}

async function versionOf(query: Query): Promise<number> {
  await query('CREATE TABLE IF NOT EXISTS golden_path_schema (version INTEGER NOT NULL)');
  const [row] = await query('SELECT version FROM golden_path_schema');
  if (row !== undefined) return Number(row['version']);
  await query('INSERT INTO golden_path_schema (version) VALUES (0)');
  return 0;
}
