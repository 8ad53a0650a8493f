import { readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';

/** One line of a `.gitignore`, as globs from the folder of that file on. */
interface Pattern {
  readonly globs: readonly string[];
  readonly taken: boolean;
}

function patternOf(line: string): Pattern[] {
  const plain = line.trim();
  if (plain === '' || plain.startsWith('#')) return [];
  const taken = plain.startsWith('!');
  const body = plain.slice(taken ? 1 : 0).replace(/\/$/, '');
  const glob = body.replace(/^\//, '');
  // Without a slash before its end it means a name at any depth.
  return [{ globs: body.includes('/') ? [glob] : [glob, `**/${glob}`], taken }];
}

/**
 * Tells whether the `.gitignore` files of a folder on disk keep a path out of the repository: what stands there is
 * written by a build or an installation. A file that cannot be read says nothing.
 * @param root absolute folder of the tree
 */
export function createIgnoreCheck(root: string): (path: string) => boolean {
  const known = new Map<string, readonly Pattern[]>();

  function patternsIn(folder: string): readonly Pattern[] {
    let patterns = known.get(folder);
    if (patterns === undefined) {
      try {
        const lines = readFileSync(join(root, folder, '.gitignore'), 'utf8').split('\n');
        patterns = lines.flatMap(patternOf);
      } catch {
        patterns = [];
      }
      known.set(folder, patterns);
    }
    return patterns;
  }

  return (path) => {
    const parts = path.split('/');
    const above = parts.map((_, depth) => parts.slice(0, depth).join('/'));
    return parts.some((_, depth) => {
      const part = parts.slice(0, depth + 1).join('/');
      // The last word counts, and the deeper file has it.
      const last = above
        .slice(0, depth + 1)
        .flatMap((folder) => {
          const below = folder === '' ? part : part.slice(folder.length + 1);
          return patternsIn(folder).filter(({ globs }) =>
            globs.some((glob) => matchesGlob(below, glob)),
          );
        })
        .at(-1);
      return last?.taken === false;
    });
  };
}
