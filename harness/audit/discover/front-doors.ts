import type { AuditModel } from '../model/audit-model.ts';
import { symbolId } from '../model/class-graph.ts';
import { folderOf } from '../model/module-resolver.ts';

const indexes = ['__init__.py', 'index.ts', 'index.tsx', 'index.js', 'index.mjs'];

/**
 * Files through which a symbol's own package gives it out: `__init__.py` and `index.ts` of the folders around it.
 * To import it there is how the package is meant to be used.
 * @param id `path:Symbol`
 */
export function frontDoors({ tree, lookup }: AuditModel, id: string): string[] {
  const colon = id.indexOf(':');
  const [path, symbol] = [id.slice(0, colon), id.slice(colon + 1)];
  const name = symbol.split('.')[0] ?? '';
  const doors: string[] = [];
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    for (const index of indexes) {
      const door = folder === '' ? index : `${folder}/${index}`;
      if (door === path || !tree.files.has(door)) continue;
      const isGiven = lookup
        .exported(door, name)
        .definitions.some(
          (each) =>
            (each.kind === 'class' || each.kind === 'function') &&
            symbolId(each.path, each.fact.qualname) === `${path}:${name}`,
        );
      if (isGiven) doors.push(door);
    }
    if (folder === '') return doors;
  }
}
