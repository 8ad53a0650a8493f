import type { EventKind } from '../../harness/contract/event-kind.ts';
import type { Promises } from '../../harness/contract/promises.ts';
import type { Damage } from '../../harness/faults/proxy/interference.ts';
import type { Message } from '../../harness/faults/proxy/message.ts';
import type { Journey } from '../../harness/probe/journeys/journey.ts';

/** A damage that means the same on every protocol: whole messages, bytes and connections, never fields by name. */
export interface StrangerFault {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  /** The target must say one of these by a message of its own, for the damage to have something to strike. */
  readonly needs: readonly EventKind[];
  /** It strikes numbers: some event must carry one. */
  readonly numbered?: boolean;
  /** Walked while it is done; default: the golden path. */
  readonly journey?: Journey;
  /** What may follow from it. */
  readonly entails?: readonly string[];
  /** Where it is another check's, because of what the target promises. */
  readonly ownerWhere?: (promises: Promises) => string | undefined;
  /** Why it means nothing to a target that promises this. */
  readonly senselessWhere?: (promises: Promises) => string | undefined;
  readonly damage: Damage;
}

/**
 * Told by a message that says nothing else, or the end, whatever else it says: with it, all of it goes. An end that is
 * also the first message of its answer is left alone: without it there would be no run.
 */
export function says({ events }: Pick<Message, 'events'>, kind: EventKind): boolean {
  const own = events.filter((event) => event.derived_from === undefined);
  if (own.some(({ replay }) => replay === true)) return false;
  if (kind !== 'agent_completed') return own.length === 1 && own[0]?.kind === kind;
  return own.length === events.length && own.some((event) => event.kind === kind);
}
