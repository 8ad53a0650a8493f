import { edit, readFields } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';
import { eventOf } from '../proxy/message.ts';

/** A message to somebody else's thread is taken, and answered as if it were the sender's own. */
export const letIntruderChat: Damage = (bench) => {
  const foreignThreads = new Map<string, string>();
  return {
    sent(text, lane) {
      const { idempotency_key: key, thread_id: thread } = readFields(text);
      if (typeof key !== 'string' || !key.startsWith('trespass-')) return [text];
      bench.bite("took a message to another user's thread", lane);
      foreignThreads.set(key, String(thread));
      return [edit(text, { thread_id: undefined })];
    },
    received(message) {
      const event = eventOf(message);
      const { key, run } = event ?? {};
      const thread = foreignThreads.get(key ?? '') ?? foreignThreads.get(run ?? '');
      if (thread === undefined) return [message.text];
      if (run !== undefined) foreignThreads.set(run, thread);
      return [edit(message.text, { thread_id: thread })];
    },
  };
};
