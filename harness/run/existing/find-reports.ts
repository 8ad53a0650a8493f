import { globSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** Report files as they stand: path to what tells one writing of a file from another. */
export type ReportFiles = ReadonlyMap<string, string>;

/** All files that the pattern of a suite names, in a stable order. `root`: what the pattern is relative to. */
export function findReports(root: string, pattern: string): ReportFiles {
  const paths = globSync(pattern.replaceAll('\\', '/'), { cwd: root }).toSorted();
  return new Map(paths.map((path) => [path, stampOf(resolve(root, path))]));
}

function stampOf(path: string): string {
  const { mtimeNs, ctimeNs, ino, size } = statSync(path, { bigint: true });
  return [mtimeNs, ctimeNs, ino, size].join('-');
}
