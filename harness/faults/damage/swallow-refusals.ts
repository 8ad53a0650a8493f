import type { Damage } from '../proxy/interference.ts';
import { isLive } from '../proxy/message.ts';

/** Nobody is told that a message was refused. */
export const swallowRefusals: Damage = (bench) => ({
  received(message, lane) {
    if (!isLive(message, 'error')) return [message.text];
    bench.bite('swallowed a refusal', lane);
    return [];
  },
});
