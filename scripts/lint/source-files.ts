import { globSync } from 'node:fs';

/** Hand-written source of the rooms and suites, relative to the repository. Corpora are data, not source. */
export function sourceFiles(): string[] {
  return globSync(['harness/**/*.ts', 'suites/**/*.ts'], {
    exclude: ['**/node_modules/**', '**/corpus/**', 'suites/strangers/**'],
  }).map((file) => file.replaceAll('\\', '/'));
}
