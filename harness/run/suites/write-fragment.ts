import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fragment } from '../../contract/fragment.ts';

/** Leaves one finished test as one file; complete or not there at all, so that an abort keeps what was finished. */
export function writeFragment(runFolder: string, fragment: Fragment): void {
  const folder = join(runFolder, 'fragments');
  mkdirSync(folder, { recursive: true });
  const name = `${fragment.suite}-${randomBytes(6).toString('hex')}`;
  const draft = join(folder, `${name}.draft`);
  writeFileSync(draft, JSON.stringify(fragment));
  renameSync(draft, join(folder, `${name}.json`));
}
