import type { Profile } from '../targets/profile.ts';
import { readFields } from './proxy/edit.ts';

/** The profile of a target that names a turn, or a cursor of its own as SSE does with `id:`, at the top of its events. */
export function withField(field: 'cursor' | 'turn'): (profile: Profile) => Profile {
  return (profile) => ({
    ...profile,
    project() {
      const projection = profile.project();
      return {
        received(text) {
          const projected = projection.received(text);
          const value = readFields(text)[field];
          if (typeof value !== 'string') return projected;
          const events = projected.events.map((event) => ({ ...event, [field]: value }));
          return { ...projected, events };
        },
      };
    },
  });
}
