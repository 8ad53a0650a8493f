import { edit, readFields } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';
import { isLive } from '../proxy/message.ts';

/** Every event carries a cursor made of its time; those of the victim's tools share one millisecond. */
export const repeatCursor: Damage = (bench) => ({
  received(message, lane) {
    const { event_id, seq } = readFields(message.text);
    if (typeof seq !== 'number') return [message.text];
    const struck =
      lane.number === bench.victim && isLive(message, 'tool_executing', 'tool_completed');
    if (!struck) return [edit(message.text, { cursor: String(event_id) })];
    bench.bite('gave two events one cursor', lane);
    return [edit(message.text, { cursor: '1700000000000-0' })];
  },
});
