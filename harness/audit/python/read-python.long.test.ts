import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compareWithPython } from './tests/compare-with-python.ts';

function pythonLibrary(): string | undefined {
  const answer = spawnSync('python3', ['-c', 'import os; print(os.path.dirname(os.__file__))'], {
    encoding: 'utf8',
  });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

/** The library itself, without what was installed into it and without its own tests. */
function modulesOf(library: string): string[] {
  return globSync('**/*.py', { cwd: library })
    .filter((path) => !/(^|\/)(site-packages|dist-packages|test|tests|idlelib)\//.test(path))
    .map((path) => join(library, path));
}

it('agrees with CPython on its standard library', ({ skip }) => {
  const library = pythonLibrary();
  const compared = library === undefined ? undefined : compareWithPython(modulesOf(library));
  if (compared === undefined) {
    return skip('python3 is not installed: the comparison with CPython did not run');
  }
  const { facts, differing } = compared;
  expect(facts).toBeGreaterThan(10_000);
  expect(differing.slice(0, Math.floor(facts / 10_000))).toEqual(differing);
});
