import type { Profile } from '../targets/profile.ts';
import { withEvents } from './with-events.ts';

/** The profile of a target that gives its tool calls no ids. */
export function withoutCallIds(profile: Profile): Profile {
  return withEvents(profile, (event) => ({ ...event, call: undefined }));
}
