import { mkdirSync, readdirSync, readFileSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { FragmentSchema, type Fragment } from '../../contract/fragment.ts';

/** Hears every fragment of a run once, soon after it is written; the function it gives tells what is left, and stops. */
export function followFragments(
  runFolder: string,
  heard: (fragment: Fragment) => void,
): () => void {
  const folder = join(runFolder, 'fragments');
  mkdirSync(folder, { recursive: true });
  const told = new Set<string>();
  const look = (): void => {
    for (const name of readdirSync(folder)) {
      if (!name.endsWith('.json') || told.has(name)) continue;
      told.add(name);
      heard(FragmentSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
    }
  };
  const watcher = watchFolder(folder, look);
  return () => {
    watcher?.close();
    look();
  };
}

/** A machine may have no watch left to give: then everything is told at the end. */
function watchFolder(folder: string, look: () => void): FSWatcher | undefined {
  try {
    return watch(folder, { persistent: false }, look).on('error', () => {});
  } catch {
    return undefined;
  }
}
