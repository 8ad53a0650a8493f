import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { HarnessError } from '../../contract/harness-error.ts';
import { listFiles, type CiName } from './list-files.ts';
import { readProject } from './project-facts.ts';

export interface InitOrder {
  /** Folder of the project. */
  readonly root: string;
  readonly ci: CiName | undefined;
  /** Write over what is there. */
  readonly force: boolean;
}

/** What became of one file. */
export interface InitOutcome {
  readonly path: string;
  readonly done: 'written' | 'overwritten' | 'left alone';
}

/**
 * Writes the files a project begins with; what is there stays as it is unless told otherwise, and so does a
 * configuration under another name. Throws `USAGE` where the folder cannot be written.
 */
export function initProject({ root, ci, force }: InitOrder): InitOutcome[] {
  const configured = configOf(root);
  return listFiles(readProject(root), ci).map(({ path, text }) => {
    const isConfig = path.startsWith('golden-path.config.');
    const there = isConfig && configured !== undefined ? configured : path;
    const full = join(root, there);
    const isThere = existsSync(full);
    if (isThere && (!force || there !== path)) return { path: there, done: 'left alone' };
    write(full, text);
    return { path, done: isThere ? 'overwritten' : 'written' };
  });
}

function configOf(root: string): string | undefined {
  const names = ['ts', 'js', 'json'].map((ending) => `golden-path.config.${ending}`);
  return names.find((name) => existsSync(join(root, name)));
}

function write(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new HarnessError('USAGE', message, { where: resolve(path), cause });
  }
}
