import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { FrameRecord } from '../../contract/history.ts';
import type { Promises } from '../../contract/promises.ts';
import type { KindEntry } from './kind-table.ts';

/** Whether the projection found a problem in an event of a run, or an id is missing that the target promises. */
export function isFlawed(promises: Promises, event: CanonicalEvent, { ofRun }: KindEntry): boolean {
  if (event.problems !== undefined) return true;
  if (!ofRun) return false;
  if (event.run === undefined) return true;
  const { correlation } = promises;
  if (correlation === undefined) return false;
  for (const id of correlation) if (lacks(event, id)) return true;
  return false;
}

/** Whether a promised id is missing; a call is only promised for tool events. */
export function lacks(event: CanonicalEvent, id: 'run' | 'thread' | 'user' | 'call'): boolean {
  if (event[id] !== undefined) return false;
  return id !== 'call' || event.kind === 'tool_executing' || event.kind === 'tool_completed';
}

/** Whether a received frame is not simply an event of a known kind. */
export function isStrange({ events, problems }: FrameRecord): boolean {
  const [first] = events;
  return first === undefined || first.kind === 'unknown' || problems !== undefined;
}
