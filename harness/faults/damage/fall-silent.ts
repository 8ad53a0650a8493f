import type { Damage } from '../proxy/interference.ts';
import { eventOf, isLive } from '../proxy/message.ts';

/** After its start nothing more comes of the victim's first run, while everything else goes on. */
export const fallSilent: Damage = (bench) => {
  let silent: string | undefined;
  return {
    received(message, lane) {
      const event = eventOf(message);
      if (lane.number !== bench.victim || event?.run === undefined) return [message.text];
      if (silent !== undefined) return silent === event.run ? [] : [message.text];
      if (isLive(message, 'agent_started')) {
        silent = event.run;
        bench.bite('let a run fall silent', lane);
      }
      return [message.text];
    },
  };
};
