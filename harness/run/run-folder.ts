import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** Makes `reports/<time>-<id>` below the working directory; two runs at once never share a folder. */
export function makeRunFolder(now: Date = new Date()): { id: string; path: string } {
  const time = now.toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-');
  const id = `${time}-${randomBytes(3).toString('hex')}`;
  const path = resolve('reports', id);
  mkdirSync(join(path, 'histories'), { recursive: true });
  return { id, path };
}

/** Points `reports/latest` at this run. A convenience: where links are not allowed, there is none. */
export function linkLatest(path: string): void {
  const draft = `${path}.latest`;
  try {
    symlinkSync(basename(path), draft, 'junction');
    renameSync(draft, resolve('reports', 'latest'));
  } catch {
    rmSync(draft, { force: true });
  }
}
