import type { Profile } from '../targets/profile.ts';
import { readFields } from './proxy/edit.ts';
import { withEvents } from './with-events.ts';

/** The profile of a target that names a turn, or a cursor of its own as SSE does with `id:`, at the top of its events. */
export function withField(field: 'cursor' | 'turn'): (profile: Profile) => Profile {
  return (profile) =>
    withEvents(profile, (event, text) => {
      const value = readFields(text)[field];
      return typeof value === 'string' ? { ...event, [field]: value } : event;
    });
}
