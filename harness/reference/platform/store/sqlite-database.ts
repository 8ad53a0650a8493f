import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Database, SqlValue, Statement } from './database.ts';

/**
 * NORMAL under WAL: a crash of the process loses nothing, a power cut at most the last commits.
 * The time to wait comes first: two processes may open one file in the same moment.
 */
const durable =
  'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL';

/** Nothing of it survives the process anyway; a journal on disk would triple the cost of an event. */
const temporary = 'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF';

/**
 * Opens the embedded engine. `path` is a file, or '' for a private temporary database that SQLite keeps
 * on disk past its page cache (so that a long run does not grow in memory) and deletes on close.
 */
export function openSqliteDatabase(path: string): Database {
  const engine = new DatabaseSync(path);
  engine.exec(path === '' ? temporary : durable);
  const prepared = new Map<string, StatementSync>();

  function prepare(sql: string): StatementSync {
    let statement = prepared.get(sql);
    if (statement === undefined) {
      // SQLite binds by position only to `?1`; `$1` would be a name.
      statement = engine.prepare(sql.replaceAll(/\$(\d+)/g, '?$1'));
      prepared.set(sql, statement);
    }
    return statement;
  }

  function runAll(statements: readonly Statement[]): void {
    prepare('BEGIN IMMEDIATE').run();
    try {
      for (const { sql, values } of statements) prepare(sql).run(...values);
      prepare('COMMIT').run();
    } catch (error) {
      prepare('ROLLBACK').run();
      throw error;
    }
  }

  /** One statement is a transaction by itself. */
  function runAtomically(statements: readonly Statement[]): void {
    const [only, ...others] = statements;
    if (only !== undefined && others.length === 0) prepare(only.sql).run(...only.values);
    else runAll(statements);
  }

  return {
    query: async <Row>(sql: string, ...values: SqlValue[]) => prepare(sql).all(...values) as Row[],
    runAtomically: async (statements) => runAtomically(statements),
    close: async () => engine.close(),
  };
}
