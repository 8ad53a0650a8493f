import { dirname } from 'node:path';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** True while running from the TypeScript sources of the repository. */
export const runsFromSource: boolean = import.meta.url.endsWith('.ts');

/** The folder of package.json. */
export const packageRoot: string = dirname(require.resolve('golden-path/package.json'));

/** The folder that holds `harness/` and `suites/` in runnable form: the repository itself, or `dist/` of a package. */
export const codeRoot: string = runsFromSource ? packageRoot : join(packageRoot, 'dist');

/** Path of a runnable module of ours, given without its extension. */
export function codePath(module: string): string {
  return join(codeRoot, `${module}.${runsFromSource ? 'ts' : 'js'}`);
}

/** Path of a file inside a dependency's package folder. */
export function dependencyPath(dependency: string, file: string): string {
  return join(dirname(require.resolve(`${dependency}/package.json`)), file);
}
