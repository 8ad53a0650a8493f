import type { Config } from '../contract/config.ts';
import { HarnessError } from '../contract/harness-error.ts';
import { suggest } from '../contract/suggestion.ts';
import { hasVariables, readCredentials, variablesOf } from './credentials/read-credentials.ts';
import { demoUsers } from './demo-users.ts';
import { openEmbeddedTarget } from './embedded.ts';
import { findProfile } from './profiles/profile-table.ts';
import { referenceProfile } from './profiles/reference/index.ts';
import { openSpecimen } from './specimen.ts';
import type { Profile } from './profile.ts';
import type { Target } from './target.ts';
import type { User } from './user.ts';

/** Beginning of the variables of whoever logs in where a bare URL is all that is known. */
const own = 'GOLDEN_PATH';

type TargetConfig = Config['targets'][string];

/**
 * Opens what the user named: `reference`, `specimen:NAME`, a target of the config, or a bare URL, which is taken
 * as reference wire with the demo users, or whom `GOLDEN_PATH_EMAIL` and `GOLDEN_PATH_PASSWORD` name. `profile` goes
 * before what the config says. Throws `TARGET_UNKNOWN` with a suggestion, `USAGE` for a profile that cannot be, `TARGET_URL_MISSING` where the variable of
 * its address is not set, or `CREDENTIALS_MISSING`.
 */
export async function openTarget(name: string, config: Config, profile?: string): Promise<Target> {
  if (name === 'reference' || name.startsWith('specimen:')) {
    refuseProfile(name, profile);
    return name === 'reference'
      ? openEmbeddedTarget()
      : openSpecimen(name.slice(name.indexOf(':') + 1));
  }
  if (/^(https?|wss?):\/\//.test(name)) {
    if (!URL.canParse(name)) throw new HarnessError('TARGET_UNKNOWN', `"${name}" is no address`);
    return remoteTarget(
      name,
      name,
      hasVariables(own) ? readCredentials('target', { env: own }) : demoUsers(),
      findProfile(profile ?? 'reference', config.profiles),
    );
  }
  const named = config.targets[name];
  if (named === undefined) {
    const guess = suggest(name, ['reference', 'specimen:phase-0', ...Object.keys(config.targets)]);
    const hint = guess === undefined ? '' : ` (did you mean "${guess}"?)`;
    throw new HarnessError('TARGET_UNKNOWN', `there is no target "${name}"${hint}`);
  }
  const url = addressOf(name, named.url);
  const spoken = findProfile(profile ?? named.profile, config.profiles);
  const target = remoteTarget(name, url, usersOf(name, named, url), spoken);
  return named.page === undefined ? target : { ...target, page: named.page };
}

/** What is ours speaks as it does, and a profile that is left unused would be taken for one that fits. */
function refuseProfile(name: string, profile: string | undefined): void {
  if (profile === undefined || profile === referenceProfile.name) return;
  const message = `--profile ${profile}: ${name} speaks the profile "${referenceProfile.name}" and no other`;
  throw new HarnessError('USAGE', message);
}

function addressOf(name: string, url: TargetConfig['url']): string {
  if (typeof url === 'string') return url;
  const address = process.env[url.env];
  if (address !== undefined && URL.canParse(address)) return address;
  const what = address === undefined || address === '' ? 'is not set' : 'holds no address';
  const message = `the address of "${name}" stands in ${url.env}, which ${what}`;
  throw new HarnessError('TARGET_URL_MISSING', message, { where: url.env });
}

/** The demo users exist on loopback only: anybody else's platform has people of its own, and says who they are. */
function usersOf(name: string, { users, credentials }: TargetConfig, url: string): User[] {
  if (credentials !== undefined) return readCredentials(name, credentials);
  if (users !== undefined) return users.map(readUser);
  const env = variablesOf(name);
  return hasVariables(env) || !isLoopback(url) ? readCredentials(name, { env }) : demoUsers();
}

function isLoopback(url: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);
}

function readUser(user: NonNullable<TargetConfig['users']>[number]): User {
  const password =
    user.password ?? (user.passwordEnv === undefined ? undefined : process.env[user.passwordEnv]);
  if (password === undefined) {
    const where = user.passwordEnv ?? 'passwordEnv';
    throw new HarnessError('CONFIG_INVALID', `there is no password for ${user.email}`, { where });
  }
  return { name: user.email, email: user.email, password };
}

function remoteTarget(name: string, url: string, users: readonly User[], profile: Profile): Target {
  return {
    name,
    url: url.replace(/^ws/, 'http').replace(/\/(ws)?$/, ''),
    profile,
    users,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
