import type { Config } from '../contract/config.ts';
import { HarnessError } from '../contract/harness-error.ts';
import { suggest } from '../contract/suggestion.ts';
import { demoUsers } from './demo-users.ts';
import { openEmbeddedTarget } from './embedded.ts';
import { findProfile } from './profiles/profile-table.ts';
import { openSpecimen } from './specimen.ts';
import type { Profile } from './profile.ts';
import type { Target } from './target.ts';
import type { User } from './user.ts';

/**
 * Opens what the user named: `reference`, `specimen:NAME`, a target of the config, or a bare URL, which is taken
 * as reference wire with the demo users. `profile` goes before what the config says. Throws `TARGET_UNKNOWN` with a
 * suggestion.
 */
export async function openTarget(name: string, config: Config, profile?: string): Promise<Target> {
  if (name === 'reference') return openEmbeddedTarget();
  if (name.startsWith('specimen:')) return openSpecimen(name.slice('specimen:'.length));
  if (/^(https?|wss?):\/\//.test(name)) {
    return remoteTarget(
      name,
      name,
      demoUsers(),
      findProfile(profile ?? 'reference', config.profiles),
    );
  }
  const named = config.targets[name];
  if (named === undefined) {
    const guess = suggest(name, ['reference', 'specimen:phase-0', ...Object.keys(config.targets)]);
    const hint = guess === undefined ? '' : ` (did you mean "${guess}"?)`;
    throw new HarnessError('TARGET_UNKNOWN', `there is no target "${name}"${hint}`);
  }
  const users = named.users?.map(readUser) ?? demoUsers();
  return remoteTarget(
    name,
    named.url,
    users,
    findProfile(profile ?? named.profile, config.profiles),
  );
}

function readUser(user: NonNullable<Config['targets'][string]['users']>[number]): User {
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
