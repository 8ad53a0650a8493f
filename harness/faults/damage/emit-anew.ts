import type { EventKind } from '../../contract/event-kind.ts';
import { edit, readFields } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';
import { closeUp } from './close-up.ts';
import { follow } from './message-damages.ts';

/** A second emitter makes the first event of this kind once more, with a number and an id of its own. */
export function emitAnew(kind: EventKind): Damage {
  return closeUp(
    follow(kind, (text) => [
      edit(text, { event_id: `${String(readFields(text)['event_id'])}-again` }),
    ]),
  );
}
