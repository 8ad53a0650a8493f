import { readdirSync, statSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RunUnderWay } from '../report/dashboard/run-under-way.ts';
import { readFragments } from './evidence/read-fragments.ts';

const runFolder = /^\d{4}-\d{2}-\d{2}-\d{6}-[0-9a-f]{6}$/;

/** A run that has left no trace for so long was killed, in ms. */
const silentMs = 10 * 60_000;

/** Runs below this folder that have not written their result yet, with the tests that they have finished. */
export function findRunsUnderWay(reports: string, now: number = Date.now()): RunUnderWay[] {
  return foldersIn(reports).flatMap((id) => {
    const folder = join(reports, id);
    // Probes and monitors leave no tests behind, and tell of themselves otherwise.
    if (!existsSync(join(folder, 'fragments'))) return [];
    if (existsSync(join(folder, 'result.json')) || now - lastTrace(folder) > silentMs) return [];
    try {
      const tests = readFragments(folder);
      const failed = tests.filter(({ state }) => state === 'failed');
      return [
        {
          id,
          finished: tests.length,
          failed: failed.map(({ suite, test }) => `${suite} > ${test}`),
        },
      ];
    } catch {
      // It is being cleared away, or another version writes it.
      return [];
    }
  });
}

function foldersIn(reports: string): string[] {
  try {
    return readdirSync(reports).filter((name) => runFolder.test(name));
  } catch {
    return [];
  }
}

function lastTrace(folder: string): number {
  const places = [folder, join(folder, 'fragments'), join(folder, 'histories')];
  const times = places.map((place) => statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return Math.max(...times);
}
