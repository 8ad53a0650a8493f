import { join } from 'node:path';
import { HarnessError } from '../../contract/harness-error.ts';
import { openPostgresDatabase } from '../platform/store/postgres-database.ts';
import { describeRefusal, showPlace, type SharedService } from './shared-service.ts';

export type SharedDatabase = SharedService<'postgresql' | 'sqlite'>;

/** Where PostgreSQL is looked for unless somebody says otherwise. */
const usual = 'postgres://postgres@127.0.0.1:5432/postgres';

/**
 * A schema of its own in PostgreSQL, where that lets us in; else one file of SQLite in the stack's folder, which both
 * nodes open. `embedded` asks for
 * the latter. Rejects with PLATFORM_OPTION_INVALID when the database that was `asked` for cannot be had.
 */
export async function openSharedDatabase(
  asked: string | undefined,
  { id, folder }: { readonly id: string; readonly folder: string },
): Promise<SharedDatabase> {
  const url = asked ?? usual;
  const location = join(folder, 'store.db');
  const embedded = { engine: 'sqlite', place: location, location, remove: async () => {} } as const;
  if (asked === 'embedded') return embedded;
  try {
    return await openSchema(url, `golden_path_stack_${id}`);
  } catch (cause) {
    const reason = `PostgreSQL at ${showPlace(url)}: ${describeRefusal(cause)}`;
    if (asked !== undefined) {
      throw new HarnessError('PLATFORM_OPTION_INVALID', reason, { where: '--database', cause });
    }
    return { ...embedded, instead: reason };
  }
}

async function openSchema(url: string, schema: string): Promise<SharedDatabase> {
  await execute(url, `CREATE SCHEMA ${schema}`);
  const location = new URL(url);
  location.searchParams.set('options', `-c search_path=${schema}`);
  return {
    engine: 'postgresql',
    place: `${showPlace(url)}, schema ${schema}`,
    location: location.href.replaceAll('+', '%20'),
    remove: () => execute(url, `DROP SCHEMA ${schema} CASCADE`),
  };
}

async function execute(url: string, sql: string): Promise<void> {
  const database = await openPostgresDatabase(url);
  try {
    await database.query(sql);
  } finally {
    await database.close();
  }
}
