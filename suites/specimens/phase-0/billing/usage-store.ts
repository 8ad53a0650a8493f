import { DatabaseSync } from 'node:sqlite';

const schema = `CREATE TABLE IF NOT EXISTS desk_usage (
  user_id TEXT, name TEXT, value INTEGER, PRIMARY KEY (user_id, name)
)`;
const addOne = `INSERT INTO desk_usage VALUES (?, ?, 1)
  ON CONFLICT DO UPDATE SET value = value + 1 RETURNING value`;

/** What customers have used, kept over restarts because it goes on the invoice. */
export class UsageStore {
  readonly #engine: DatabaseSync;

  constructor(file: string) {
    this.#engine = new DatabaseSync(file);
    this.#engine.exec(`PRAGMA busy_timeout = 5000; ${schema}`);
  }

  /** Gives the new value. */
  add(userId: string, name: string): number {
    const row = this.#engine.prepare(addOne).get(userId, name);
    return Number(row?.['value']);
  }

  close(): void {
    this.#engine.close();
  }
}
