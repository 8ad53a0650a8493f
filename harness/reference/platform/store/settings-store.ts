import type { Database } from './database.ts';

export interface SettingsStore {
  /** Returns the stored value of `name`; stores `initial` first if there is none. */
  getOrCreate(name: string, initial: string): Promise<string>;
}

export function createSettingsStore(database: Database): SettingsStore {
  return {
    getOrCreate: async (name, initial) => {
      await database.query(
        `INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING`,
        name,
        initial,
      );
      const rows = await database.query<{ value: string }>(
        `SELECT value FROM settings WHERE name = $1`,
        name,
      );
      return rows[0]?.value ?? initial;
    },
  };
}
