import type { Database } from './database.ts';

export interface CounterStore {
  /** Adds one to the counter of this user and name, and returns its new value. */
  increment(userId: string, name: string): Promise<number>;
}

export function createCounterStore(database: Database): CounterStore {
  return {
    increment: async (userId, name) => {
      const rows = await database.query<{ value: number }>(
        `INSERT INTO counters (user_id, name, value) VALUES ($1, $2, 1)
         ON CONFLICT (user_id, name) DO UPDATE SET value = counters.value + 1 RETURNING value`,
        userId,
        name,
      );
      return rows[0]?.value ?? 0;
    },
  };
}
