import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPythonReader } from '../read-python.ts';
import { comparableFacts } from './comparable-facts.ts';

interface OracleRow {
  readonly path: string;
  readonly rejected?: string;
  readonly imports: unknown[];
  readonly classes: unknown[];
  readonly functions: unknown[];
}

/** What CPython's own parser says of the files; undefined when there is no python3. */
function askPython(paths: readonly string[]): OracleRow[] | undefined {
  const answer = spawnSync('python3', [join(import.meta.dirname, 'ast_facts.py')], {
    input: paths.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (answer.status !== 0) return undefined;
  return answer.stdout
    .trim()
    .split('\n')
    .map((line): OracleRow => JSON.parse(line));
}

/** Facts on which the reader and CPython differ over these files, and how many there are in all; undefined when there is no python3. */
export function compareWithPython(
  paths: readonly string[],
): { readonly facts: number; readonly differing: readonly string[] } | undefined {
  const rows = askPython(paths);
  if (rows === undefined) return undefined;
  const reader = createPythonReader();
  let facts = 0;
  const differing: string[] = [];
  for (const row of rows.filter((each) => each.rejected === undefined)) {
    const own = comparableFacts(reader.readFacts(row.path, readFileSync(row.path)));
    for (const kind of ['imports', 'classes', 'functions'] as const) {
      const theirs = row[kind].map((each) => JSON.stringify(each));
      facts += theirs.length;
      const both = new Set(own[kind]).symmetricDifference(new Set(theirs));
      differing.push(...[...both].map((fact) => `${row.path} ${fact}`));
    }
  }
  return { facts, differing };
}
