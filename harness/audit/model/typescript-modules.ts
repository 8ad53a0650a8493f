import { existsSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ResolverFactory } from 'oxc-resolver';
import { createIgnoreCheck } from '../source/ignored-by-git.ts';
import {
  external,
  folderOf,
  joinPath,
  missing,
  type ModuleResolver,
  type ModuleTarget,
} from './module-resolver.ts';

const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.d.ts'];
/** TypeScript names the output (`./a.js`) and means the source (`./a.ts`). */
const sourceOf: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.d.ts'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/** Resolves a relative specifier over a set of paths alone. */
function createPathResolver(files: ReadonlySet<string>): (base: string) => string | undefined {
  return (base) => {
    if (files.has(base)) return base;
    const extension = /\.[cm]?jsx?$/.exec(base)?.[0] ?? '';
    const stem = base.slice(0, base.length - extension.length);
    const candidates = [
      ...(sourceOf[extension] ?? []).map((source) => stem + source),
      ...extensions.map((each) => base + each),
      ...extensions.map((each) => `${base === '' ? '' : `${base}/`}index${each}`),
    ];
    return candidates.find((candidate) => files.has(candidate));
  };
}

function createDiskResolver(root: string, files: ReadonlySet<string>) {
  const resolver = new ResolverFactory({
    tsconfig: 'auto',
    extensions,
    extensionAlias: { '.js': ['.ts', '.tsx', '.js'], '.mjs': ['.mts', '.mjs'] },
    conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
    builtinModules: true,
  });
  const realRoot = realpathSync(root);
  return (from: string, specifier: string): ModuleTarget => {
    const found = resolver.resolveFileSync(join(root, from), specifier).path;
    if (found === undefined) return external;
    const path = relative(realRoot, found).replaceAll('\\', '/');
    return files.has(path) ? { kind: 'own', path } : external;
  };
}

/**
 * Resolves TypeScript and JavaScript modules. Relative ones need only the paths; others (tsconfig paths,
 * packages of a workspace) are asked of the disk when there is one.
 * @param root absolute folder on disk; undefined for a commit that is read from git objects
 */
export function createTypeScriptModules(
  paths: readonly string[],
  root: string | undefined,
): ModuleResolver {
  const files = new Set(paths);
  const fromPaths = createPathResolver(files);
  const fromDisk = root === undefined ? undefined : createDiskResolver(root, files);
  const isIgnored = root === undefined ? undefined : createIgnoreCheck(root);
  const cache = new Map<string, ModuleTarget>();

  function relativeTarget(folder: string, specifier: string): ModuleTarget {
    const [plain = ''] = specifier.split('?');
    const base = joinPath(folder, plain);
    if (base === undefined) return external;
    const path = fromPaths(base);
    if (path !== undefined) return { kind: 'own', path };
    // Styles, pictures, data: on disk, but nothing the audit reads.
    if (root !== undefined && existsSync(join(root, base))) return external;
    return isIgnored?.(base) === true || isIgnored?.(`${base}.ts`) === true
      ? { kind: 'missing', ignored: true }
      : missing;
  }

  return {
    resolve(from, specifier) {
      const folder = folderOf(from);
      const key = `${folder}\n${specifier}`;
      const known = cache.get(key);
      if (known !== undefined) return known;
      const target = /^\.{1,2}(\/|$)/.test(specifier)
        ? relativeTarget(folder, specifier)
        : specifier.startsWith('node:')
          ? external
          : (fromDisk?.(from, specifier) ?? external);
      cache.set(key, target);
      return target;
    },
  };
}
