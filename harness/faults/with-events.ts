import type { CanonicalEvent } from '../contract/canonical-event.ts';
import type { Profile } from '../targets/profile.ts';

/** The profile of a target whose events say something else. */
export function withEvents(
  profile: Profile,
  change: (event: CanonicalEvent, text: string) => CanonicalEvent,
): Profile {
  return {
    ...profile,
    project() {
      const projection = profile.project();
      return {
        received(text) {
          const projected = projection.received(text);
          return { ...projected, events: projected.events.map((event) => change(event, text)) };
        },
      };
    },
  };
}
