import type { Profile } from '../targets/profile.ts';

/** The profile of a target that gives its tool calls no ids. */
export function withoutCallIds(profile: Profile): Profile {
  return {
    ...profile,
    project() {
      const projection = profile.project();
      return {
        received(text) {
          const projected = projection.received(text);
          const events = projected.events.map((event) => ({ ...event, call: undefined }));
          return { ...projected, events };
        },
      };
    },
  };
}
