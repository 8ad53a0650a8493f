import { edit, readFields } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';
import { isLive } from '../proxy/message.ts';

/** Whoever comes later is greeted as the first one who came, and is called so from then on. */
export const greetAlike: Damage = (bench) => {
  let first: unknown;
  return {
    received(message, lane) {
      const { user_id: user } = readFields(message.text);
      if (user === undefined) return [message.text];
      const greeting = isLive(message, 'connection_established');
      if (greeting) first ??= user;
      if (first === user) return [message.text];
      if (greeting) bench.bite('greeted a user as somebody else', lane);
      return [edit(message.text, { user_id: first })];
    },
  };
};
