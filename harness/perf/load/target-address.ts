import { findProfile } from '../../targets/profiles/profile-table.ts';
import type { Target } from '../../targets/target.ts';

/** A target as plain data, for a process that only has to reach it. */
export type TargetAddress = Pick<Target, 'name' | 'url' | 'users'> & { readonly profile: string };

export function addressOf({ name, url, users, profile }: Target): TargetAddress {
  return { name, url, users, profile: profile.name };
}

/** The target at an address. Whoever started it also stops it. */
export function targetAt({ profile, ...address }: TargetAddress): Target {
  return {
    ...address,
    profile: findProfile(profile),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
