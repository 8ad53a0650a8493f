import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { doubtProfile } from '../targets/doubt-profile.ts';
import type { Profile } from '../targets/profile.ts';
import { readHistory } from './evidence/read-history.ts';

/**
 * What the golden path that a run has stored makes one doubt of a profile of the configuration. It changes no verdict:
 * it tells a person where to look first.
 */
export async function doubtOwnProfile(folder: string, profile: Profile): Promise<string[]> {
  const file = join(folder, 'histories', 'golden-path.ndjson');
  if (profile.own === undefined || !existsSync(file)) return [];
  return doubtProfile(await readHistory(file), profile);
}
