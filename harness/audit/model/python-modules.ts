import {
  external,
  folderOf,
  joinPath,
  missing,
  type ModuleResolver,
  type ModuleTarget,
} from './module-resolver.ts';

function allFolders(paths: readonly string[]): Set<string> {
  const folders = new Set<string>(['']);
  for (const path of paths)
    for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder))
      folders.add(folder);
  return folders;
}

/** Folders that hold a package but are none themselves: the places Python would be told to import from. */
function importRoots(packages: ReadonlySet<string>): Set<string> {
  const roots = new Set<string>();
  for (const folder of packages) {
    const parent = folderOf(folder);
    if (folder !== '' && !packages.has(parent)) roots.add(parent);
  }
  return roots;
}

/** Folders whose packages nobody outside imports: an example called like a foreign package hides it from no one. */
const apart = /(^|\/)(examples?|samples?|demos?|docs?|tests?|benchmarks?)(\/|$)/;

/**
 * Resolves Python modules over a set of paths, without a file system: the same code serves a work tree and
 * a commit. Roots are those declared, and those that follow from where packages begin.
 * @param compiled paths of modules that exist in another form (`.so`, `.pyi`): present, but not readable
 */
export function createPythonModules(
  paths: readonly string[],
  roots: readonly string[],
  compiled: ReadonlySet<string>,
): ModuleResolver {
  const files = new Set(paths);
  const folders = allFolders(paths);
  const packages = new Set(
    paths.filter((path) => path.endsWith('__init__.py')).map((path) => folderOf(path)),
  );
  const declared = roots.map((root) => joinPath('', root) ?? '');
  const allRoots = [...new Set([...declared, '', ...importRoots(packages)])];
  const sharedRoots = allRoots.filter((root) => declared.includes(root) || !apart.test(root));
  /** By folder and specifier: one text of both would have to be made for every question. */
  const known = new Map<string, Map<string, ModuleTarget>>();
  const knownRoots = new Map<string, readonly string[]>();

  function at(base: string): ModuleTarget | undefined {
    if (files.has(`${base}/__init__.py`)) return { kind: 'own', path: `${base}/__init__.py` };
    if (files.has(`${base}.py`)) return { kind: 'own', path: `${base}.py` };
    if (base === '' && files.has('__init__.py')) return { kind: 'own', path: '__init__.py' };
    if (compiled.has(base)) return external;
    return folders.has(base) ? { kind: 'folder', folder: base } : undefined;
  }

  /** Nearest first: a module beside the importer hides one of the same name elsewhere. */
  function rootsFor(folder: string): readonly string[] {
    let sorted = knownRoots.get(folder);
    if (sorted === undefined) knownRoots.set(folder, (sorted = sortRoots(folder)));
    return sorted;
  }

  function sortRoots(folder: string): string[] {
    const near = packages.has(folder) ? [] : [folder];
    const enclosing = allRoots
      .filter((root) => root === '' || folder === root || folder.startsWith(`${root}/`))
      .toSorted((left, right) => right.length - left.length);
    return [...new Set([...near, ...enclosing, ...sharedRoots])];
  }

  function absolute(folder: string, specifier: string): ModuleTarget {
    const parts = specifier.split('.');
    const [first = ''] = parts;
    let ours = false;
    let folderTarget: ModuleTarget | undefined;
    for (const root of rootsFor(folder)) {
      const prefix = root === '' ? '' : `${root}/`;
      const target = at(prefix + parts.join('/'));
      if (target?.kind === 'folder') folderTarget ??= target;
      else if (target !== undefined) return target;
      if (packages.has(prefix + first) || files.has(`${prefix}${first}.py`)) ours = true;
    }
    return folderTarget ?? (ours ? missing : external);
  }

  function relative(folder: string, specifier: string): ModuleTarget {
    const dots = /^\.+/.exec(specifier)?.[0].length ?? 0;
    const rest = specifier.slice(dots).replaceAll('.', '/');
    const base = joinPath(folder, '../'.repeat(dots - 1) + rest);
    return base === undefined ? external : (at(base) ?? missing);
  }

  function find(folder: string, specifier: string): ModuleTarget {
    return specifier.startsWith('.') ? relative(folder, specifier) : absolute(folder, specifier);
  }

  return {
    resolve(from, specifier) {
      const folder = folderOf(from);
      let targets = known.get(folder);
      if (targets === undefined) known.set(folder, (targets = new Map<string, ModuleTarget>()));
      let target = targets.get(specifier);
      if (target === undefined) targets.set(specifier, (target = find(folder, specifier)));
      return target;
    },
  };
}
