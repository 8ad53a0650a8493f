import type { History } from '../contract/history.ts';
import type { Profile } from './profile.ts';
import { findIdlePaths } from './profiles/language/find-idle-paths.ts';
import { describeUnmapped, findUnmappedKinds } from './unmapped-kinds.ts';

/**
 * What makes one doubt a profile although it fits: one line each, for whoever reads a verdict. Paths are looked at only
 * where the profile is one of the configuration.
 */
export function doubtProfile(history: History, { name, promises, own }: Profile): string[] {
  const unmapped = findUnmappedKinds(history, promises);
  return [
    ...(unmapped === undefined ? [] : [describeUnmapped(unmapped, name)]),
    ...(own === undefined ? [] : findIdlePaths(history, own)),
  ];
}
