import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigSchema, type Config } from '../contract/config.ts';
import { describeIssues } from '../contract/describe-issues.ts';
import { HarnessError } from '../contract/harness-error.ts';
import { refuseUnreadConfig } from './refuse-unread-config.ts';

const names = ['ts', 'mts', 'js', 'mjs', 'json'].map((kind) => `golden-path.config.${kind}`);

/** The given config file, or the first of golden-path.config.{ts,mts,js,mjs,json} in the working directory. */
export function findConfig(file?: string): string | undefined {
  if (file !== undefined) return resolve(file);
  return names.map((name) => resolve(name)).find((path) => existsSync(path));
}

/**
 * Loads the given config file, or the first of golden-path.config.{ts,mts,js,mjs,json} in the working directory, or
 * the defaults. Throws `CONFIG_UNREADABLE`, or `CONFIG_INVALID` with one line per problem.
 */
export async function loadConfig(file?: string): Promise<Config> {
  const path = findConfig(file);
  if (path === undefined) {
    refuseUnreadConfig(process.cwd());
    return ConfigSchema.parse({});
  }
  const parsed = ConfigSchema.safeParse(await readConfig(path));
  if (parsed.success) return withPlaces(parsed.data, dirname(path));
  throw new HarnessError('CONFIG_INVALID', describeIssues(ConfigSchema, parsed.error).join('\n'), {
    where: path,
  });
}

/** Suites work in another folder: a file that is named beside the configuration must be found from everywhere. */
function withPlaces(config: Config, root: string): Config {
  const targets = Object.entries(config.targets).map(([name, target]) => {
    const { credentials } = target;
    if (credentials === undefined || !('file' in credentials)) return [name, target] as const;
    const file = resolve(root, credentials.file);
    return [name, { ...target, credentials: { file } }] as const;
  });
  return { ...config, targets: Object.fromEntries(targets) };
}

/** `npm init` makes packages in which no `.ts` file may import; nothing of that is in what Node says. */
function adviceOn(message: string): string {
  if (!/^Cannot use import statement|^Unexpected token 'export'/.test(message)) return '';
  return '\nits package.json does not say "type": "module"; name the file .mts (or .mjs), and it is read as a module';
}

async function readConfig(path: string): Promise<unknown> {
  const unreadable = (message: string, cause?: unknown): HarnessError =>
    new HarnessError('CONFIG_UNREADABLE', message, { where: path, cause });
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined) throw unreadable('there is no such file');
  if (!entry.isFile()) throw unreadable('this is no file');
  let value: unknown;
  try {
    value = path.endsWith('.json')
      ? JSON.parse(await readFile(path, 'utf8'))
      : ((await import(pathToFileURL(path).href)) as { default?: unknown }).default;
  } catch (cause) {
    const message = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw unreadable(`${message}${adviceOn(message)}`, cause);
  }
  if (value !== undefined) return value;
  throw unreadable('it exports no configuration (expected: export default defineConfig({ … }))');
}
