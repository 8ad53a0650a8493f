import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { exitCodes, type ExitCode } from '../contract/exit-code.ts';
import { HarnessError } from '../contract/harness-error.ts';
import { exportResults, importResults } from '../report/store/ndjson.ts';
import { openStore } from '../report/store/open-store.ts';
import type { ResultStore } from '../report/store/result-store.ts';
import { storeLocation } from '../run/keep-result.ts';
import type { Console } from './console.ts';
import { storedLocation } from './stored-location.ts';

interface StoreOptions {
  readonly store?: string | undefined;
  readonly keep?: number | undefined;
  readonly days?: number | undefined;
}

const dayMs = 86_400_000;

/** `report export [FILE]`: every stored result as a line of JSON, in a file that is whole or not there, or on stdout. */
export async function exportStore(
  files: readonly string[],
  { store: place }: StoreOptions,
  console: Console,
): Promise<ExitCode> {
  const [file, ...rest] = files;
  if (rest.length > 0) throw new HarnessError('USAGE', 'report export writes one file');
  return inStore(storedLocation(place), async (store) => {
    if (file === undefined) {
      for await (const line of exportResults(store)) console.write(line);
      return;
    }
    mkdirSync(dirname(file), { recursive: true });
    const draft = `${file}.${process.pid}.part`;
    try {
      await pipeline(exportResults(store), createWriteStream(draft));
      renameSync(draft, file);
    } finally {
      rmSync(draft, { force: true });
    }
    console.write(`${file}\n`);
  });
}

/** `report import FILE...`: stores what is not known yet. */
export async function importStore(
  files: readonly string[],
  { store: place }: StoreOptions,
  console: Console,
): Promise<ExitCode> {
  if (files.length === 0) {
    throw new HarnessError('USAGE', 'report import takes files that report export wrote');
  }
  return inStore(storeLocation(place), async (store) => {
    for (const file of files) {
      const stored = await importResults(store, createInterface({ input: await open(file) }));
      console.write(`${file}: ${stored} new\n`);
    }
  });
}

/** `report prune --keep N --days N`: removes what neither rule keeps. */
export async function pruneStore(
  files: readonly string[],
  { store: place, keep, days }: StoreOptions,
  console: Console,
): Promise<ExitCode> {
  if (files.length > 0 || (keep === undefined && days === undefined)) {
    throw new HarnessError('USAGE', 'report prune takes --keep N, --days N or both');
  }
  return inStore(storedLocation(place), async (store) => {
    const removed = await store.prune({
      ...(keep === undefined ? {} : { runs: keep }),
      ...(days === undefined ? {} : { since: new Date(Date.now() - days * dayMs).toISOString() }),
    });
    console.write(`${removed} removed\n`);
  });
}

async function inStore(
  location: string,
  work: (store: ResultStore) => Promise<void>,
): Promise<ExitCode> {
  const store = await openStore(location);
  try {
    await work(store);
  } finally {
    await store.close();
  }
  return exitCodes.pass;
}

async function open(file: string): Promise<ReturnType<typeof createReadStream>> {
  const stream = createReadStream(file, 'utf8');
  try {
    await once(stream, 'ready');
    return stream;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new HarnessError('RESULT_UNREADABLE', message, { where: file, cause });
  }
}
