import { edit } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';
import { onReturn } from './on-return.ts';

/** Whoever comes back finds the run in another conversation. */
export const rethreadOnReturn: Damage = onReturn('moved a resumed run to another thread', () => ({
  received(message, _, bite) {
    const [event] = message.events;
    if (event?.thread === undefined || event.seq === undefined) return [message.text];
    bite();
    return [edit(message.text, { thread_id: `${event.thread}-again` })];
  },
}));
