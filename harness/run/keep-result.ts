import { join } from 'node:path';
import type { Result } from '../contract/result.ts';
import { openStore } from '../report/store/open-store.ts';

/** The store of a project: a file beside its reports, or the PostgreSQL database named in the environment. */
export function storeLocation(given?: string): string {
  return given ?? process.env['GOLDEN_PATH_STORE'] ?? join('reports', 'results.sqlite');
}

/** Adds a result to the project's store, so that dashboards have a memory. Rejects with `STORE_*`. */
export async function keepResult(result: Result, location?: string): Promise<void> {
  const store = await openStore(storeLocation(location));
  try {
    await store.put(result);
  } finally {
    await store.close();
  }
}
