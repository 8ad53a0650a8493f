import { readFields } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';
import { eventOf } from '../proxy/message.ts';
import { RunOwners } from './run-owners.ts';

/** Whoever knows the id of a run may end it. */
export const letIntruderCancel: Damage = (bench) => {
  const owners = new RunOwners();
  return {
    sent(text, lane) {
      const { type, run_id: run } = readFields(text);
      if (type !== 'cancel' || typeof run !== 'string') return [text];
      if (!owners.isForeign(lane, run)) return [text];
      const owner = owners.laneOf(run, bench);
      bench.bite("let somebody cancel another user's run", owner);
      owner?.ask(text);
      lane.say(JSON.stringify({ type: 'cancel_accepted', run_id: run }));
      return [];
    },
    received(message, lane) {
      const run = eventOf(message)?.run;
      if (run !== undefined) owners.note(message.text, run, lane);
      return [message.text];
    },
  };
};
