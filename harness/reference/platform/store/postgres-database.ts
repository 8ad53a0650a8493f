import type { PoolClient } from 'pg';
import { importOptional } from '../import-optional.ts';
import type { Database, SqlValue } from './database.ts';

const poolSize = 10;

async function inTransaction(client: PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Opens PostgreSQL, for a platform of several processes. `url` as libpq has it, `postgres://user@host/database`. */
export async function openPostgresDatabase(url: string): Promise<Database> {
  const { default: pg } = await importOptional('pg', () => import('pg'));
  const pool = new pg.Pool({ connectionString: url, max: poolSize });
  // An idle connection that breaks is replaced; whoever needs the database next hears of it if that fails.
  pool.on('error', () => {});

  return {
    query: async <Row>(sql: string, ...values: SqlValue[]) => {
      const { rows } = await pool.query(sql, values);
      return rows as Row[];
    },
    runAtomically: async (statements) => {
      const client = await pool.connect();
      try {
        await inTransaction(client, async () => {
          for (const { sql, values } of statements) await client.query(sql, [...values]);
        });
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}
