import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../contract/result.ts';
import { createPostgresSchema } from '../../reference/platform/testing/postgres-schema.ts';
import { reachService } from '../../reference/platform/testing/reach-service.ts';
import { failingResult, passingResult } from '../test-support/sample-results.ts';
import { exportResults, importResults } from './ndjson.ts';
import { openStore } from './open-store.ts';
import { openPostgresConnection } from './postgres-connection.ts';
import type { ResultStore } from './result-store.ts';
import type { SqlConnection } from './sql-connection.ts';
import { openSqliteConnection } from './sqlite-connection.ts';

interface Place {
  readonly location: string;
  connect(): Promise<SqlConnection>;
  remove(): Promise<void>;
}

const places: Record<string, () => Promise<Place>> = {
  sqlite: () => {
    const folder = mkdtempSync(join(tmpdir(), 'golden-path-results-'));
    const location = join(folder, 'deep', 'results.db');
    return Promise.resolve({
      location,
      connect: () => Promise.resolve(openSqliteConnection(location)),
      remove: () => Promise.resolve(rmSync(folder, { recursive: true })),
    });
  },
  ...((await reachService('PostgreSQL', 5432))
    ? {
        postgres: async () => {
          const schema = await createPostgresSchema();
          const connect = (): Promise<SqlConnection> => openPostgresConnection(schema.url);
          return { location: schema.url, connect, remove: () => schema.drop() };
        },
      }
    : {}),
};

function night(number: number, target = 'staging'): Result {
  const day = String(number).padStart(2, '0');
  return {
    ...passingResult,
    target,
    run_id: `night-${target}-${day}`,
    started_at: `2026-11-${day}T02:00:00.000Z`,
  };
}

const writer = fileURLToPath(new URL('../test-support/write-results.ts', import.meta.url));

async function writeElsewhere(location: string, name: string, count: number): Promise<void> {
  const child = spawn(process.execPath, [writer, location, name, String(count)], {
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(0);
}

describe.each(Object.entries(places))('the result store on %s', (_name, openPlace) => {
  let place: Place;
  let store: ResultStore;

  beforeEach(async () => {
    place = await openPlace();
    store = await openStore(place.location);
  });

  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  it('gives back what was put', async () => {
    expect(await store.put(failingResult)).toBe('stored');
    expect(await store.put(structuredClone(failingResult))).toBe('known');
    expect(await store.get(failingResult.run_id)).toEqual(failingResult);
    expect(await store.get('elsewhere')).toBeUndefined();
  });

  it('never overwrites one run with another', async () => {
    await store.put(passingResult);
    await expect(store.put({ ...passingResult, seed: 'other' })).rejects.toMatchObject({
      code: 'STORE_CONFLICT',
    });
    expect(await store.get(passingResult.run_id)).toEqual(passingResult);
  });

  it('lists digests as a trend reads them', async () => {
    for (const number of [3, 1, 2]) await store.put(night(number));
    await store.put(night(4, 'other'));
    const listed = await store.list({ target: 'staging', last: 2 });
    expect(listed.map(({ run_id }) => run_id)).toEqual(['night-staging-02', 'night-staging-03']);
    expect(listed[0]).toMatchObject({ verdict: 'pass', phase: 2, implementations: {} });
    expect(await store.list()).toHaveLength(4);
  });

  it('has another revision after every change', async () => {
    const revisions = [await store.revision()];
    await store.put(night(5));
    revisions.push(await store.revision());
    await store.put(night(3));
    revisions.push(await store.revision());
    await store.put(night(3));
    expect(await store.revision()).toBe(revisions[2]);
    await store.prune({ runs: 1 });
    revisions.push(await store.revision());
    expect(new Set(revisions).size).toBe(3);
  });

  it('keeps what retention says, per target', async () => {
    for (const number of [1, 2, 3, 4]) await store.put(night(number));
    await store.put(night(1, 'other'));
    expect(await store.prune({ runs: 3, target: 'other' })).toBe(0);
    expect(await store.prune({ since: '2026-11-01T00:00:00.000Z', target: 'other' })).toBe(0);
    expect(await store.prune({ since: '2026-11-02T00:00:00.000Z' })).toBe(2);
    expect(await store.prune({ runs: 2 })).toBe(1);
    expect((await store.list()).map(({ run_id }) => run_id)).toEqual([
      'night-staging-03',
      'night-staging-04',
    ]);
  });

  it('moves as lines of JSON, and again without doubling anything', async () => {
    await store.put(night(1));
    await store.put(failingResult);
    const lines = await Array.fromAsync(exportResults(store));
    const other = await openStore(':memory:');
    expect(await importResults(other, lines)).toBe(2);
    expect(await importResults(other, lines)).toBe(0);
    expect(await Array.fromAsync(exportResults(other))).toEqual(lines);
    await expect(importResults(other, ['{"half":'])).rejects.toMatchObject({
      code: 'RESULT_UNREADABLE',
    });
    await other.close();
  });

  it('loses nothing when several processes write', async () => {
    const writers = ['a', 'b', 'c'].map((name) => writeElsewhere(place.location, name, 10));
    const own = Array.from({ length: 10 }, (_, index) => store.put(night(index + 1)));
    await Promise.all([...writers, ...own]);
    expect(await store.list()).toHaveLength(40);
  });

  it('is made once when several open it at the same moment, and keeps a run once', async () => {
    const fresh = await openPlace();
    const stores = await Promise.all([1, 2, 3].map(() => openStore(fresh.location)));
    const outcomes = await Promise.all(stores.map((one) => one.put(passingResult)));
    expect(outcomes.toSorted()).toEqual(['known', 'known', 'stored']);
    await Promise.all(stores.map((one) => one.close()));
    await fresh.remove();
  });

  it('makes digests of an earlier version anew', async () => {
    await store.put(failingResult);
    const connection = await place.connect();
    await connection.query("UPDATE golden_path_result SET digest_version = 0, digest = 'old'");
    await connection.close();
    expect(await store.list()).toMatchObject([
      { verdict: 'fail', flaky_tests: [expect.any(String)] },
    ]);
  });

  it('refuses a store that a later version wrote', async () => {
    const connection = await place.connect();
    await connection.query('UPDATE golden_path_schema SET version = 99');
    await connection.close();
    await expect(openStore(place.location)).rejects.toMatchObject({ code: 'STORE_NEWER' });
  });
});

describe('opening a result store', () => {
  it('says where it failed, without the password', async () => {
    const opening = openStore('postgres://me:secret@127.0.0.1:9/none');
    await expect(opening).rejects.toMatchObject({
      code: 'STORE_UNREADABLE',
      where: 'postgres://127.0.0.1:9/none',
    });
  });

  it('refuses a file that is no store', async () => {
    await expect(openStore(writer)).rejects.toMatchObject({ code: 'STORE_UNREADABLE' });
  });
});
