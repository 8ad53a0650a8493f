import type { Projected, Projection } from '../../profile.ts';
import { parseFrame } from '../parse-frame.ts';
import { projectFrame } from './project-frame.ts';
import { learnUsualFrame, readUsualFrame } from './usual-frames.ts';

/** Projection of the reference wire: one JSON object per text frame, one event per object. */
export function projectReference(): Projection {
  return {
    received(raw): Projected {
      const usual = readUsualFrame(raw);
      if (usual !== undefined) return { events: [usual] };
      const parsed = parseFrame(raw);
      if (!parsed.ok) return { events: [], problems: [parsed.problem] };
      const event = projectFrame(parsed.fields, raw);
      if (event.problems === undefined && event.kind !== 'unknown' && event.replay === undefined) {
        learnUsualFrame(raw, parsed.fields, event);
      }
      return { events: [event] };
    },
  };
}
