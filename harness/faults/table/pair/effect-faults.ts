import { counting } from '../../../probe/journeys/counting.ts';
import { repeatWorkOnResume } from '../../damage/repeat-work.ts';
import type { FaultRow } from '../../fault-row.ts';
import { edit, readFields } from '../../proxy/edit.ts';
import type { Damage } from '../../proxy/interference.ts';
import { onFrames } from '../sketch.ts';

/** The message asks for its tool twice: two calls with two ids, and the effect twice. */
const doubleWork: Damage = (bench) => {
  let done = false;
  return {
    sent(text, lane) {
      const { content } = readFields(text);
      if (done || lane.number !== bench.victim || typeof content !== 'string') return [text];
      done = true;
      bench.bite('had a tool executed twice', lane);
      return [edit(text, { content: `${content} ; ${content}` })];
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
    idle: true,
    damage: doubleWork,
  }),
  onFrames({
    id: 'F98',
    title: 'a resume runs the tool again',
    owner: 'ONCE-EFFECT',
    says: /something was done twice/,
    journey: counting,
    idle: true,
    damage: repeatWorkOnResume,
  }),
];
