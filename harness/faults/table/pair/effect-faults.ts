import { counting } from '../../../probe/journeys/counting.ts';
import { repeatWorkOnResume } from '../../damage/repeat-work.ts';
import type { FaultRow } from '../../fault-row.ts';
import { edit, readFields } from '../../proxy/edit.ts';
import type { Damage } from '../../proxy/interference.ts';
import { isLive } from '../../proxy/message.ts';
import { onFrames } from '../sketch.ts';

/** The message asks for its tool twice: two calls with two ids, and the effect twice. */
const doubleWork: Damage = (bench) => {
  let asked = false;
  let executions = 0;
  return {
    sent(text, lane) {
      const { content } = readFields(text);
      if (asked || lane.number !== bench.victim || typeof content !== 'string') return [text];
      asked = true;
      return [edit(text, { content: `${content} ; ${content}` })];
    },
    received(message, lane) {
      if (lane.number === bench.victim && isLive(message, 'tool_executing')) {
        executions += 1;
        if (executions === 2) bench.bite('had a tool executed twice', lane);
      }
      return [message.text];
    },
  };
};

export const effectFaults: readonly FaultRow[] = [
  onFrames({
    id: 'F17',
    title: 'a tool runs twice under two ids',
    owner: 'ONCE-EFFECT',
    says: /something was done twice/,
    journey: counting,
    damage: doubleWork,
  }),
  onFrames({
    id: 'F98',
    title: 'a resume runs the tool again',
    owner: 'ONCE-EFFECT',
    says: /something was done twice/,
    journey: counting,
    damage: repeatWorkOnResume,
  }),
];
