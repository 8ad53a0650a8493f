import type { CanonicalEvent } from './canonical-event.ts';

/** One sign on a timeline: an event, or a record that carries none. Its raw frame is kept apart. */
export interface Mark extends Partial<
  Pick<CanonicalEvent, 'run' | 'call' | 'tool' | 'outcome' | 'replay'>
> {
  /** Index of its lane. */
  readonly lane: number;
  /** Number of its record in the history. */
  readonly n: number;
  /** Milliseconds since the history's start, to the microsecond. */
  readonly at: number;
  /** Kind of the event, or the type of a record that carries none (`open`, `close`, `frame`). */
  readonly kind: string;
  /** Absent on marks that did not cross the wire, such as an opened or closed connection. */
  readonly direction?: 'sent' | 'received';
}
