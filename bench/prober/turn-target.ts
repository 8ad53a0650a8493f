import { findProfile } from '../../harness/targets/profiles/profile-table.ts';
import type { Target } from '../../harness/targets/target.ts';

/** The turn server as a target with so many users. */
export function turnTarget(url: string, users: number): Target {
  return {
    name: 'turns',
    url,
    profile: findProfile('reference'),
    users: Array.from({ length: users }, (_, nth) => ({
      name: `user-${nth}`,
      email: `user-${nth}@bench.test`,
      password: 'demo-password',
    })),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
