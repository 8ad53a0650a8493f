import type { EventDraft } from '../dispatcher/parts.ts';
import { damageSink } from './damage-sink.ts';
import type { Mutant } from './seams.ts';

/** Swallows the events that `isLost` picks, and tells the bridge that all is well. */
export function dropEvents(sentence: string, isLost: (draft: EventDraft) => boolean): Mutant {
  return damageSink(
    sentence,
    (publish) => async (draft) => (isLost(draft) ? { seq: 0, connections: 1 } : publish(draft)),
  );
}
