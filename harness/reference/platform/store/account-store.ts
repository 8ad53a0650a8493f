import type { Database } from './database.ts';

export interface Account {
  readonly userId: string;
  readonly email: string;
  readonly passwordHash: string;
}

export interface AccountStore {
  save(account: Account): Promise<void>;
  findByEmail(email: string): Promise<Account | undefined>;
  findById(userId: string): Promise<Account | undefined>;
}

const columns = 'user_id AS "userId", email, password_hash AS "passwordHash"';

export function createAccountStore(database: Database): AccountStore {
  return {
    save: async ({ userId, email, passwordHash }) => {
      await database.query(
        `INSERT INTO users (user_id, email, password_hash) VALUES ($1, $2, $3)
         ON CONFLICT (user_id) DO UPDATE SET email = $2, password_hash = $3`,
        userId,
        email,
        passwordHash,
      );
    },
    findByEmail: async (email) => {
      const rows = await database.query<Account>(
        `SELECT ${columns} FROM users WHERE email = $1`,
        email,
      );
      return rows[0];
    },
    findById: async (userId) => {
      const rows = await database.query<Account>(
        `SELECT ${columns} FROM users WHERE user_id = $1`,
        userId,
      );
      return rows[0];
    },
  };
}
