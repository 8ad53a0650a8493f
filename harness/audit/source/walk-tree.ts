import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join, sep } from 'node:path';
import type { Language } from '../facts/file-facts.ts';

/** Installed or built code: somebody else's, or a copy of what is read anyway. */
const foreignFolders = new Set([
  'node_modules',
  'site-packages',
  '__pycache__',
  'venv',
  'dist',
  'coverage',
]);

const languageByExtension: Readonly<Record<string, Language>> = {
  py: 'py',
  ts: 'ts',
  tsx: 'ts',
  mts: 'ts',
  cts: 'ts',
  js: 'ts',
  jsx: 'ts',
  mjs: 'ts',
  cjs: 'ts',
};

const compiledModule = /(\.[\w-]+)?\.(so|pyd|pyx|pyi)$/;

/** The language of a path by its extension; undefined for what the audit does not read. */
export function languageOf(path: string): Language | undefined {
  return languageByExtension[path.slice(path.lastIndexOf('.') + 1)];
}

/** True for folders whose content is not the tree's own source. */
export function isForeignFolder(name: string): boolean {
  return foreignFolders.has(name) || (name.startsWith('.') && name !== '.');
}

export interface TreeProblem {
  readonly path: string;
  readonly kind: 'unreadable' | 'loop' | 'syntax' | 'missing';
  readonly detail: string;
}

export interface TreeWalk {
  /** Paths with `/`, relative to the root, sorted. */
  readonly paths: readonly string[];
  /** Python modules in a form that is not read (`.so`, `.pyi`), as paths without extension. */
  readonly compiled: ReadonlySet<string>;
  readonly skippedFolders: readonly string[];
  readonly problems: readonly TreeProblem[];
}

/**
 * Lists the source files below `root`. Links are followed once; a link into a folder that was already
 * visited is a problem of kind `loop`. Never throws: what cannot be listed is a problem.
 */
export function walkTree(root: string): TreeWalk {
  const paths: string[] = [];
  const compiled = new Set<string>();
  const skippedFolders: string[] = [];
  const problems: TreeProblem[] = [];
  const visited = new Set<string>();

  function list(folder: string): Dirent[] {
    const absolute = join(root, folder);
    try {
      const real = realpathSync(absolute);
      if (visited.has(real)) {
        problems.push({ path: folder, kind: 'loop', detail: 'links to a folder already read' });
        return [];
      }
      if (folder !== '' && realpathSync(root).startsWith(join(real, sep))) {
        problems.push({
          path: folder,
          kind: 'loop',
          detail: 'links to a folder that holds the tree',
        });
        return [];
      }
      visited.add(real);
      return readdirSync(absolute, { withFileTypes: true });
    } catch (error) {
      problems.push({ path: folder, kind: 'unreadable', detail: reasonOf(error) });
      return [];
    }
  }

  function kindOf(entry: Dirent, path: string): 'folder' | 'file' | 'other' {
    if (entry.isDirectory()) return 'folder';
    if (entry.isFile()) return 'file';
    if (!entry.isSymbolicLink()) return 'other';
    try {
      const target = statSync(join(root, path), { throwIfNoEntry: false });
      // What starts with a dot is the lock of an editor.
      if (
        target === undefined &&
        languageOf(entry.name) !== undefined &&
        !entry.name.startsWith('.')
      )
        problems.push({ path, kind: 'missing', detail: 'links to nothing' });
      if (target?.isDirectory() === true) return 'folder';
      return target?.isFile() === true ? 'file' : 'other';
    } catch (error) {
      // A link to itself, for example.
      problems.push({ path, kind: 'unreadable', detail: reasonOf(error) });
      return 'other';
    }
  }

  function enter(folder: string): void {
    for (const entry of list(folder)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const kind = kindOf(entry, path);
      if (kind === 'folder') {
        if (isForeignFolder(entry.name)) skippedFolders.push(path);
        else enter(path);
      } else if (kind === 'file') {
        if (languageOf(entry.name) !== undefined) paths.push(path);
        else if (compiledModule.test(entry.name)) compiled.add(path.replace(compiledModule, ''));
      }
    }
  }

  enter('');
  return { paths: paths.toSorted(), compiled, skippedFolders: skippedFolders.toSorted(), problems };
}

/** The system's own word for what went wrong, without the absolute path it carries. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return error.code;
  return error instanceof Error ? error.message : String(error);
}
