import type { ProfileConfig } from '../../contract/profile-config.ts';
import { withAllowance } from '../../targets/allowance/with-allowance.ts';
import { findProfile } from '../../targets/profiles/profile-table.ts';
import type { Target } from '../../targets/target.ts';

/** A target as plain data, for a process that only has to reach it. */
export type TargetAddress = Pick<Target, 'name' | 'url' | 'users' | 'allowance'> & {
  readonly profile: string;
  /** How it speaks, where no built-in profile says it. */
  readonly own?: ProfileConfig;
};

export function addressOf({ name, url, users, profile, allowance }: Target): TargetAddress {
  return {
    name,
    url,
    users,
    profile: profile.name,
    ...(profile.own === undefined ? {} : { own: profile.own }),
    ...(allowance === undefined ? {} : { allowance }),
  };
}

/** The target at an address. Whoever started it also stops it. */
export function targetAt({ profile, own, allowance, ...address }: TargetAddress): Target {
  const target = {
    ...address,
    profile: findProfile(profile, own === undefined ? {} : { [profile]: own }),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  return withAllowance(target, allowance);
}
