type SqlValue = string | number;
type SqlRow = Readonly<Record<string, unknown>>;

/** Runs one statement; parameters are written `$1`, `$2`, … in every dialect. */
export type Query = (sql: string, ...values: readonly SqlValue[]) => Promise<readonly SqlRow[]>;

/** The little of a database that the store needs, so that one store serves a file and a server. */
export interface SqlConnection {
  readonly query: Query;
  /** Runs `work` in a transaction while no other process is in one of its own. */
  exclusively<Value>(work: (query: Query) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
}
