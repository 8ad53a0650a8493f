import { loyal } from '../../../probe/journeys/loyal.ts';
import { watchful } from '../../../probe/journeys/watchful.ts';
import { cutAt } from '../../damage/cut.ts';
import { restartAndRefuse } from '../../damage/restart.ts';
import { sleepInLoop } from '../../damage/sleep-in-loop.ts';
import type { FaultRow } from '../../fault-row.ts';
import type { Damage } from '../../proxy/interference.ts';
import { opcodes } from '../../wire/wire-frame.ts';
import { onBytes } from '../sketch.ts';

const swallowPongs: Damage = (bench) => ({
  control(frame, lane) {
    if (frame.opcode !== opcodes.pong || lane.number !== bench.victim) return true;
    bench.bite('swallowed a pong', lane);
    return false;
  },
});

export const silenceFaults: readonly FaultRow[] = [
  onBytes({
    id: 'F62',
    title: 'the connection is only half open',
    owner: 'WIRE-HALFOPEN',
    says: /no answer came and no end/,
    promises: { deadlines: { pong_ms: 300 } },
    damage: cutAt('tool_executing', 'let nothing pass any more', (lane) => lane.freeze()),
  }),
  onBytes({
    id: 'F63',
    title: 'no ping is ever answered',
    owner: 'CAP-HEARTBEAT',
    entails: ['WIRE-HALFOPEN'],
    says: /./,
    journey: watchful,
    promises: { deadlines: { pong_ms: 300 } },
    damage: swallowPongs,
  }),
  onBytes({
    id: 'D31',
    title: 'the target sleeps in its event loop in the middle of a run',
    owner: 'WIRE-HALFOPEN',
    says: /no answer came/,
    promises: { deadlines: { pong_ms: 300 } },
    damage: sleepInLoop(1_200),
  }),
  onBytes({
    id: 'F71',
    title: 'whoever is asked to come back is refused',
    owner: 'RES-POLITE',
    expect: 'warn',
    entails: ['WIRE-UPGRADE'],
    says: /asked the client to come back/,
    journey: loyal,
    damage: restartAndRefuse,
  }),
];
