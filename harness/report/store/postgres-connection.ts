import type { Pool, PoolClient } from 'pg';
import { HarnessError } from '../../contract/harness-error.ts';
import type { Query, SqlConnection } from './sql-connection.ts';

const poolSize = 4;

/** Any number will do, as long as every writer of this kind of store takes the same one. */
const lockKey = 7_263_001;

/** Opens PostgreSQL. `url` as libpq has it: `postgres://user@host/database`. Needs the optional package `pg`. */
export async function openPostgresConnection(url: string): Promise<SqlConnection> {
  const pool = await openPool(url);
  // A broken idle connection is replaced; whoever needs the database next hears of it if that fails.
  pool.on('error', () => undefined);
  return {
    query: queryOf(pool),
    exclusively: async (work) => {
      const client = await pool.connect();
      try {
        return await inTransaction(client, () => work(queryOf(client)));
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

async function openPool(url: string): Promise<Pool> {
  try {
    const { default: pg } = await import('pg');
    return new pg.Pool({ connectionString: url, max: poolSize });
  } catch (cause) {
    throw new HarnessError('DEPENDENCY_MISSING', 'the package "pg" is not installed', { cause });
  }
}

function queryOf(runner: Pool | PoolClient): Query {
  return async (sql, ...values) => {
    const { rows } = await runner.query<Record<string, unknown>>(sql, [...values]);
    return rows;
  };
}

async function inTransaction<Value>(
  client: PoolClient,
  work: () => Promise<Value>,
): Promise<Value> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
    const value = await work();
    await client.query('COMMIT');
    return value;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
