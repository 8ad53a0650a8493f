import { edit, editPayload, readFields } from '../proxy/edit.ts';
import { eventOf } from '../proxy/message.ts';
import { onReturn } from './on-return.ts';

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
