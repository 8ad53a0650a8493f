import { HarnessError } from '../../contract/harness-error.ts';
import { suggest } from '../../contract/suggestion.ts';
import type { Profile } from '../profile.ts';
import { aiSdkUiProfile } from './ai-sdk-ui/index.ts';
import { openAiRealtimeProfile } from './openai-realtime/index.ts';
import { referenceProfile } from './reference/index.ts';

/** Every built-in profile by name. */
export const profileTable: Readonly<Record<string, Profile>> = {
  reference: referenceProfile,
  'ai-sdk-ui': aiSdkUiProfile,
  'openai-realtime': openAiRealtimeProfile,
};

/** Throws `CONFIG_INVALID` with a suggestion when there is no such profile. */
export function findProfile(name: string): Profile {
  const profile = profileTable[name];
  if (profile !== undefined) return profile;
  const guess = suggest(name, Object.keys(profileTable));
  const hint = guess === undefined ? '' : ` (did you mean "${guess}"?)`;
  throw new HarnessError('CONFIG_INVALID', `there is no profile "${name}"${hint}`);
}
