import { readFileSync } from 'node:fs';

/** Text of a file that is shipped beside the code. */
export function readAsset(url: URL): string {
  return readFileSync(url, 'utf8');
}

/**
 * Modules as one classic script, in the order in which they build on each other: a page that is one file cannot
 * import, so imports go and exports become declarations. The modules themselves stay real code for tests and editors.
 */
export function bundleScripts(folder: URL, names: readonly string[]): string {
  const bodies = names.map((name) =>
    readAsset(new URL(name, folder))
      .replaceAll(/^import [^;]*;\n/gm, '')
      .replaceAll(/^export /gm, ''),
  );
  return `(() => {\n'use strict';\n${bodies.join('\n')}\n})();\n`;
}
