import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { z } from 'zod';
import { sourceFiles } from './source-files.ts';

const CruiseSchema = z.looseObject({
  modules: z.array(
    z.looseObject({
      source: z.string(),
      dependencies: z.array(z.looseObject({ module: z.string() })),
    }),
  ),
});

/**
 * A cruiser that cannot parse a file sees no import in it and is green. It must have visited exactly the files
 * there are, and seen every import that another parser sees.
 */
export function countModules(): string[] {
  const words = ['-c', '.dependency-cruiser.js', '--output-type', 'json', 'harness', 'suites'];
  const ended = spawnSync('depcruise', words, {
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  const { modules } = CruiseSchema.parse(JSON.parse(ended.stdout));
  const visited = new Map(
    modules.map(({ source, dependencies }) => [
      source,
      new Set(dependencies.map((one) => withoutScheme(one.module))),
    ]),
  );
  return sourceFiles().flatMap((file) => {
    const seen = visited.get(file);
    if (seen === undefined) return [`${file} was not visited by dependency-cruiser`];
    return importsOf(file)
      .filter((specifier) => !seen.has(specifier))
      .map((specifier) => `${file}: dependency-cruiser does not see the import of ${specifier}`);
  });
}

function importsOf(file: string): string[] {
  const { module } = parseSync(file, readFileSync(file, 'utf8'));
  return [...new Set(module.staticImports.map((one) => withoutScheme(one.moduleRequest.value)))];
}

/** The cruiser drops `node:` from most modules, and keeps it where there is no other name. */
function withoutScheme(specifier: string): string {
  return specifier.replace(/^node:/, '');
}
