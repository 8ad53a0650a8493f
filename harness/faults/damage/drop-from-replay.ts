import type { EventKind } from '../../contract/event-kind.ts';
import type { Damage } from '../proxy/interference.ts';
import { eventOf } from '../proxy/message.ts';
import { onReturn } from './on-return.ts';

/** What is repeated of these kinds never reaches a connection that was opened again. */
export function dropFromReplay(...kinds: readonly EventKind[]): Damage {
  return onReturn(`lost ${kinds.join(' and ')} after a reconnect`, () => ({
    received(message, _, bite) {
      const event = eventOf(message);
      if (event?.replay !== true || !kinds.includes(event.kind)) return [message.text];
      bite();
      return [];
    },
  }));
}
