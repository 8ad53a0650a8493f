import { HarnessError } from '../../contract/harness-error.ts';
import { parseResult } from '../../contract/parse-result.ts';
import type { Result } from '../../contract/result.ts';
import { DigestSchema, digestVersion, type Digest } from '../digest/digest.ts';
import { digestOf } from '../digest/digest-of.ts';
import { canonicalResult } from '../json/canonical-result.ts';
import type { ResultStore, Retention, RunFilter } from './result-store.ts';
import type { Query, SqlConnection } from './sql-connection.ts';

/** The one store, on whatever database the connection leads to. */
export function createSqlResultStore(connection: SqlConnection): ResultStore {
  return {
    put: (result) => connection.exclusively((query) => put(query, result)),
    get: (runId) => get(connection.query, runId),
    list: (filter = {}) => list(connection, filter),
    revision: () => revision(connection.query),
    prune: (retention) => connection.exclusively((query) => prune(query, retention)),
    close: () => connection.close(),
  };
}

async function put(query: Query, result: Result): Promise<'stored' | 'known'> {
  const body = JSON.stringify(canonicalResult(result));
  const [known] = await query(
    'SELECT body FROM golden_path_result WHERE run_id = $1',
    result.run_id,
  );
  if (known !== undefined) {
    if (known['body'] === body) return 'known';
    throw new HarnessError('STORE_CONFLICT', `run ${result.run_id} is already stored, and differs`);
  }
  await query(
    `INSERT INTO golden_path_result (run_id, started_at, target, body, digest_version, digest)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    result.run_id,
    result.started_at,
    result.target,
    body,
    digestVersion,
    JSON.stringify(digestOf(result)),
  );
  return 'stored';
}

async function get(query: Query, runId: string): Promise<Result | undefined> {
  const [row] = await query('SELECT body FROM golden_path_result WHERE run_id = $1', runId);
  return row === undefined
    ? undefined
    : parseResult(JSON.parse(String(row['body'])), `run ${runId} of the store`);
}

async function list(connection: SqlConnection, filter: RunFilter): Promise<Digest[]> {
  await renewDigests(connection);
  const rows = await connection.query(
    `SELECT digest FROM golden_path_result WHERE target = $1 OR $1 = ''
     ORDER BY started_at DESC, run_id DESC LIMIT $2`,
    filter.target ?? '',
    filter.last ?? Number.MAX_SAFE_INTEGER,
  );
  return rows.map((row) => DigestSchema.parse(JSON.parse(String(row['digest'])))).toReversed();
}

async function revision(query: Query): Promise<string> {
  const [row] = await query(
    'SELECT COUNT(*) AS runs, MAX(started_at) AS newest, MAX(run_id) AS last FROM golden_path_result',
  );
  return [row?.['runs'], row?.['newest'], row?.['last']].map(String).join(' ');
}

/** Digests of an earlier version are made anew from the results, one at a time: bodies are large. */
async function renewDigests(connection: SqlConnection): Promise<void> {
  const stale = await connection.query(
    'SELECT run_id FROM golden_path_result WHERE digest_version < $1',
    digestVersion,
  );
  for (const row of stale) {
    await connection.exclusively((query) => renewDigest(query, String(row['run_id'])));
  }
}

async function renewDigest(query: Query, runId: string): Promise<void> {
  const result = await get(query, runId);
  if (result === undefined) return;
  await query(
    'UPDATE golden_path_result SET digest_version = $1, digest = $2 WHERE run_id = $3',
    digestVersion,
    JSON.stringify(digestOf(result)),
    runId,
  );
}

async function prune(query: Query, { runs, since, target = '' }: Retention): Promise<number> {
  const old =
    since === undefined
      ? []
      : await query(
          `DELETE FROM golden_path_result
           WHERE started_at < $1 AND (target = $2 OR $2 = '') RETURNING run_id`,
          since,
          target,
        );
  const surplus =
    runs === undefined
      ? []
      : await query(
          `DELETE FROM golden_path_result WHERE run_id IN (
             SELECT run_id FROM (
               SELECT run_id, target, ROW_NUMBER() OVER (
                 PARTITION BY target ORDER BY started_at DESC, run_id DESC
               ) AS place FROM golden_path_result
             ) AS placed WHERE place > $1 AND (target = $2 OR $2 = '')
           ) RETURNING run_id`,
          runs,
          target,
        );
  return old.length + surplus.length;
}
