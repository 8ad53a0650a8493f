import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toolVersion } from '../../contract/tool-version.ts';

/** What the files of a project depend on. */
export interface ProjectFacts {
  /** A package.json is there: the configuration can be TypeScript. */
  readonly isPackage: boolean;
  /** How a job gets golden-path. */
  readonly install: string;
  /** Whether what was downloaded can be kept between jobs: there is a lock file. */
  readonly isLocked: boolean;
}

export function readProject(root: string): ProjectFacts {
  const has = (name: string): boolean => existsSync(join(root, name));
  const isLocked = has('package-lock.json');
  return {
    isPackage: has('package.json'),
    isLocked,
    install: isLocked ? 'npm ci' : `npm install --no-save golden-path@${toolVersion}`,
  };
}
