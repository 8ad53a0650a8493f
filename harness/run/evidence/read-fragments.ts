import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FragmentSchema, type Fragment } from '../../contract/fragment.ts';

/** All fragments of a run, in a stable order. */
export function readFragments(runFolder: string): Fragment[] {
  const folder = join(runFolder, 'fragments');
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
  const fragments = names.map((name) =>
    FragmentSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
  );
  return fragments.toSorted((left, right) => order(left).localeCompare(order(right)));
}

function order(fragment: Fragment): string {
  return [fragment.suite, fragment.file, fragment.test].join('\n');
}
