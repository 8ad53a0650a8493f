import { randomUUID } from 'node:crypto';
import { openPostgresDatabase } from '../store/postgres-database.ts';

const server = 'postgres://postgres@127.0.0.1:5432/test';

/** A schema of its own for one test, so that tests share no row; `drop` removes it. */
export async function createPostgresSchema(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `gp_${randomUUID().replaceAll('-', '')}`;
  const database = await openPostgresDatabase(server);
  await database.query(`CREATE SCHEMA ${name}`);
  return {
    url: `${server}?options=${encodeURIComponent(`-c search_path=${name}`)}`,
    drop: async () => {
      await database.query(`DROP SCHEMA ${name} CASCADE`);
      await database.close();
    },
  };
}
