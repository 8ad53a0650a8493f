import type { EventKind } from '../../contract/event-kind.ts';
import type { Damage } from '../proxy/interference.ts';
import type { Lane } from '../proxy/lane.ts';
import { on } from './message-damages.ts';

/** Something happens to the connection in the place of the first event of this kind. */
export function cutAt(kind: EventKind, detail: string, act: (lane: Lane) => void): Damage {
  return on(kind, `${detail} instead of ${kind}`, (_, lane) => {
    act(lane);
    return [];
  });
}
