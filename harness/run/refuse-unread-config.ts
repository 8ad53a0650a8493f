import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HarnessError } from '../contract/harness-error.ts';

/** What somebody who meant a configuration would call it: another ending, a dot before it, no `config` in it. */
const looksMeant =
  /^\.?golden[-_]?path(rc|\.(config|audit|manifest))?(\.(ya?ml|toml|json5?|jsonc|cjs|cts|m?[jt]s))?$/i;
const isRead = /^golden-path\.config\.(m?[jt]s|json)$/;

/**
 * Throws `CONFIG_UNREADABLE` when a folder has a file that was meant as configuration and bears a name that is not
 * read: to go on by the defaults would judge something else than was asked for.
 */
export function refuseUnreadConfig(folder: string): void {
  const found = readdirSync(folder, { withFileTypes: true }).find(
    (entry) => entry.isFile() && looksMeant.test(entry.name) && !isRead.test(entry.name),
  );
  if (found === undefined) return;
  throw new HarnessError(
    'CONFIG_UNREADABLE',
    'configuration of this name is not read (expected: golden-path.config.ts, .mts, .js, .mjs or .json)',
    { where: join(folder, found.name) },
  );
}
