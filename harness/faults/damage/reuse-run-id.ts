import type { Damage } from '../proxy/interference.ts';
import { isLive } from '../proxy/message.ts';

/** The victim's second run goes by the id of the first. */
export const reuseRunId: Damage = (bench) => {
  const runs: string[] = [];
  return {
    received(message, lane) {
      if (lane.number !== bench.victim) return [message.text];
      for (const { kind, run } of message.events) {
        if (kind === 'message_accepted' && run !== undefined) runs.push(run);
      }
      const [first, second] = runs;
      if (first === undefined || second === undefined) return [message.text];
      if (isLive(message, 'agent_started')) bench.bite('gave a run the id of an earlier one', lane);
      return [message.text.replaceAll(second, first)];
    },
  };
};
