export type SqlValue = string | number | null | Uint8Array;

/** SQL both drivers understand; values are numbered `$1`, `$2`, … */
export interface Statement {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/**
 * The port under the store: the SQL is written once, a driver only carries it.
 * Rows come back as plain objects with the selected column names; errors of the engine reject.
 */
export interface Database {
  query<Row>(sql: string, ...values: SqlValue[]): Promise<Row[]>;
  /** All statements or none. */
  runAtomically(statements: readonly Statement[]): Promise<void>;
  close(): Promise<void>;
}
