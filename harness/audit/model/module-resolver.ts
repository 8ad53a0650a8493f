/** What an import specifier leads to. */
export type ModuleTarget =
  | { readonly kind: 'own'; readonly path: string }
  /** A folder of modules without a file of its own. */
  | { readonly kind: 'folder'; readonly folder: string }
  /** Ours by its name, but there is no such file. */
  | { readonly kind: 'missing'; /** Git is told not to keep it. */ readonly ignored?: boolean }
  | { readonly kind: 'external' };

export interface ModuleResolver {
  /** @param from path of the importing file @param specifier module as written there */
  resolve(from: string, specifier: string): ModuleTarget;
}

export const external: ModuleTarget = { kind: 'external' };
export const missing: ModuleTarget = { kind: 'missing' };

/** The folder part of a path with `/`; empty at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

/** Joins and normalises `.` and `..`; undefined when it climbs out of the tree. */
export function joinPath(folder: string, rest: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of rest.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
