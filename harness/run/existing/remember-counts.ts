import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { HarnessError } from '../../contract/harness-error.ts';
import { ExistingSuiteSchema, type ExistingSuite } from '../../contract/existing-suite.ts';

type Counts = NonNullable<ExistingSuite['counts']>;

const MemorySchema = z.record(z.string(), ExistingSuiteSchema.shape.counts.unwrap());

/** Where the counts of the last believed runs stand, below the configuration's folder; made to be committed. */
const memoryPath = join('reports', 'baselines', 'existing-suites.json');

/** What each suite counted the last time it was believed. Throws `BASELINE_UNREADABLE`. */
export function recallCounts(root: string): Readonly<Record<string, Counts>> {
  const path = join(root, memoryPath);
  if (!existsSync(path)) return {};
  try {
    return MemorySchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    const message = 'this is no list of the tests that each suite counted';
    throw new HarnessError('BASELINE_UNREADABLE', message, { where: path, cause });
  }
}

/** Keeps what a suite counted; the file is there whole at any time, whoever else writes it. */
export function keepCounts(root: string, name: string, counts: Counts): void {
  const path = join(root, memoryPath);
  const all = { ...recallCounts(root), [name]: counts };
  const sorted = Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(draft, `${JSON.stringify(sorted, undefined, 2)}\n`);
  renameSync(draft, path);
}
