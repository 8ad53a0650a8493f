import { edit } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';
import { isLive } from '../proxy/message.ts';

/** Two code paths report thoughts in turn, and each has another type for the same field. */
export const twoEmitters: Damage = (bench) => {
  let thoughts = 0;
  return {
    received(message, lane) {
      if (!isLive(message, 'agent_thinking')) return [message.text];
      thoughts += 1;
      bench.bite('gave a field another type', lane);
      return [edit(message.text, { priority: thoughts % 2 === 0 ? 'high' : 1 })];
    },
  };
};
