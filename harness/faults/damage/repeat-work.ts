import { edit, readFields } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';
import type { Lane } from '../proxy/lane.ts';
import { eventOf } from '../proxy/message.ts';

const userOf = ({ user }: Lane): string => user ?? '';

/** At a resume, what the user asked for first is done once more; nothing of that shows on the wire. */
export const repeatWorkOnResume: Damage = (bench) => {
  const asked = new Map<string, string>();
  const hidden = new Set<string>();
  return {
    sent(text, lane) {
      const { type, idempotency_key: key } = readFields(text);
      if (type === 'chat_message' && !asked.has(userOf(lane))) asked.set(userOf(lane), text);
      const first = asked.get(userOf(lane));
      if (type !== 'resume' || first === undefined) return [text];
      const again = `again-${String(readFields(first)['idempotency_key'] ?? key)}`;
      hidden.add(again);
      return [edit(first, { idempotency_key: again }), text];
    },
    received(message, lane) {
      const event = eventOf(message);
      const again = event?.run !== undefined && hidden.has(event.run);
      if (again && event.kind === 'tool_executing') {
        bench.bite('did the work again at a resume', lane);
      }
      if (event?.key !== undefined && hidden.has(event.key) && event.run !== undefined) {
        hidden.add(event.run);
        return [];
      }
      return again ? [] : [message.text];
    },
  };
};
