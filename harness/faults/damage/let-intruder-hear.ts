import { edit, readFields } from '../proxy/edit.ts';
import type { Damage } from '../proxy/interference.ts';
import type { Lane } from '../proxy/lane.ts';
import { eventOf } from '../proxy/message.ts';
import { RunOwners } from './run-owners.ts';

/** Whoever asks for a run by its id gets what it has said so far; with `follow`, what it says from then on. */
export function letIntruderHear({ follow }: { readonly follow: boolean }): Damage {
  return (bench) => {
    const owners = new RunOwners();
    const followers = new Map<string, Lane>();
    return {
      sent(text, lane) {
        const { type, run_id: run, after_seq: after } = readFields(text);
        const meant = type === 'resume' && (after === 0) !== follow;
        if (!meant || typeof run !== 'string' || !owners.isForeign(lane, run)) return [text];
        bench.bite("let somebody hear another user's run", owners.laneOf(run, bench));
        if (follow) followers.set(run, lane);
        else for (const said of owners.saidIn(run)) lane.say(edit(said, { replay: true }));
        lane.say(JSON.stringify({ type: 'resume_completed', run_id: run, last_seq: 1 }));
        return [];
      },
      received(message, lane) {
        const run = eventOf(message)?.run;
        if (run === undefined) return [message.text];
        owners.note(message.text, run, lane);
        followers.get(run)?.say(message.text);
        return [message.text];
      },
    };
  };
}
