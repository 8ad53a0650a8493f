import { edit, editPayload, readFields } from '../proxy/edit.ts';
import { eventOf } from '../proxy/message.ts';
import type { Damage } from '../proxy/interference.ts';
import { isReturn, onReturn } from './on-return.ts';

/** Makes a resume start at the beginning of its run. */
function fromTheStart(text: string): readonly string[] {
  return [readFields(text)['type'] === 'resume' ? edit(text, { after_seq: 0 }) : text];
}

/** A resume brings the whole run, and nothing says that it was seen before. */
export const replayUnmarked = onReturn('repeated a run without saying so', () => ({
  sent: fromTheStart,
  received({ text, events }, _, bite) {
    if (events[0]?.replay !== true) return [text];
    bite();
    return [edit(text, { replay: undefined })];
  },
}));

/** A resume brings the whole run as if it were new: unmarked, and numbered on from where the client left. */
export const replayAnew: Damage = (bench) => {
  const lastOf = new Map<string, number>();
  return {
    sent: (text, lane) => (isReturn(lane, bench) ? fromTheStart(text) : [text]),
    received({ text, events: [event] }, lane) {
      if (event?.run === undefined || event.seq === undefined) return [text];
      const before = lastOf.get(event.run) ?? 0;
      const returned = isReturn(lane, bench);
      lastOf.set(event.run, returned ? before + 1 : event.seq);
      if (!returned) return [text];
      if (event.replay === true) bench.bite('repeated a run under new numbers', lane);
      return [edit(text, { seq: before + 1, replay: undefined })];
    },
  };
};

/** A resume brings the whole run, and the first thought of it is another one. */
export const alterReplay = onReturn('altered a repetition', () => ({
  sent: fromTheStart,
  received({ text, events }, _, bite) {
    const [event] = events;
    if (event?.replay !== true || event.kind !== 'agent_thinking') return [text];
    bite();
    return [editPayload(text, { reasoning: 'I thought something else.' })];
  },
}));

/** The last repeated event of a replay waits until a live one has passed. */
export const interleaveReplay = onReturn('let a live event into a replay', () => {
  const held = new Map<number, string>();
  const done = new Set<number>();
  return {
    received(message, { number }, bite) {
      const event = eventOf(message);
      const waiting = held.get(number);
      if (done.has(number)) return [message.text];
      if (event?.replay === true) {
        held.set(number, message.text);
        return waiting === undefined ? [] : [waiting];
      }
      if (waiting === undefined || event?.seq === undefined) return [message.text];
      held.delete(number);
      done.add(number);
      bite();
      return [message.text, waiting];
    },
  };
});
