import { change } from '../../damage/message-damages.ts';
import type { FaultRow } from '../../fault-row.ts';
import { onFrames, type Sketch } from '../sketch.ts';

/** Puts text that no serialiser would write into the first thought. */
function insertRaw(raw: string): Sketch['damage'] {
  return change('agent_thinking', (text) => text.replace('{', `{${raw},`));
}

export const numberFaults: readonly FaultRow[] = [
  onFrames({
    id: 'F49',
    title: 'an object has the same key twice',
    owner: 'WIRE-JSON-LOSS',
    says: /note/,
    damage: insertRaw('"note":1,"note":2'),
  }),
  onFrames({
    id: 'F49-rounded',
    title: 'a number is larger than a double can hold',
    owner: 'WIRE-JSON-LOSS',
    says: /9007199254740993/,
    damage: insertRaw('"ticket":9007199254740993'),
  }),
  onFrames({
    id: 'F49-infinite',
    title: 'a number is infinite once parsed',
    owner: 'WIRE-JSON-LOSS',
    says: /1e400/,
    damage: insertRaw('"cost":1e400'),
  }),
  onFrames({
    id: 'F51',
    title: 'keys such as __proto__',
    owner: 'META-RECORDER',
    expect: 'unchanged',
    says: /./,
    damage: insertRaw('"__proto__":{"polluted":true},"constructor":1'),
  }),
];
