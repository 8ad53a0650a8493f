import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { EventKind } from '../../contract/event-kind.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** One message on its way, as the target sent it. */
export interface Message {
  readonly text: string;
  readonly events: readonly CanonicalEvent[];
}

/** The first event of this message, live or replayed. */
export function eventOf({ events }: Message): CanonicalEvent | undefined {
  return events[0];
}

/** Whether the message holds a live event of this kind: repetitions are left alone unless a damage asks for them. */
export function isLive({ events }: Message, ...kinds: readonly EventKind[]): boolean {
  return events.some(({ kind, replay }) => replay !== true && kinds.includes(kind));
}
