import { abuse } from '../../../probe/journeys/abuse.ts';
import { cutAt } from '../../damage/cut.ts';
import type { FaultRow } from '../../fault-row.ts';
import type { Damage } from '../../proxy/interference.ts';
import { onBytes } from '../sketch.ts';

const illegalCodes = {
  D06: 1004,
  F60: 1005,
  'F60-abnormal': 1006,
  'F60-tls': 1015,
  'F60-low': 999,
  'F60-high': 5000,
};

/** Codes that blame the client, ask it to come back, or are the target's own: no fault by themselves. */
const unexplained = { 'F56-refusal': 1003, 'F56-restart': 1012, 'F56-private': 4000 };

/** Whoever says something as soon as the door is open is thrown out. */
const raceForTheDoor: Damage = (bench) => ({
  sent(text, lane) {
    if (lane.number !== bench.victim) return [text];
    bench.bite('closed with 1011 on the first message', lane);
    lane.close(1011, 'not ready');
    return [];
  },
});

/** Garbage is answered with a contented goodbye. */
const contented: Damage = (bench) => ({
  sent(text, lane) {
    if (!text.startsWith('}{')) return [text];
    bench.bite('closed with 1000 on garbage', lane);
    lane.close(1000);
    return [];
  },
});

export const closeFaults: readonly FaultRow[] = [
  onBytes({
    id: 'F56',
    title: 'the connection is closed with 1011 in the middle of a run',
    owner: 'WIRE-CLOSE',
    says: /close code 1011/,
    damage: cutAt('tool_executing', 'closed with 1011', (lane) => lane.close(1011, 'oops')),
  }),
  ...Object.entries(unexplained).map(([id, code]) =>
    onBytes({
      id,
      title: `the connection is closed with ${code} in the middle of a run, and that was all`,
      owner: 'LIFE-TERM',
      expect: 'unknown',
      says: new RegExp(`ended \\(${code}\\) .* nobody came back`),
      damage: cutAt('tool_executing', `closed with ${code}`, (lane) => lane.close(code)),
    }),
  ),
  onBytes({
    id: 'F57',
    title: 'the connection is reset in the middle of a run',
    owner: 'WIRE-CLOSE',
    says: /a TCP reset/,
    damage: cutAt('tool_executing', 'sent a RST', (lane) => lane.reset()),
  }),
  onBytes({
    id: 'F58',
    title: 'the connection ends without a close frame',
    owner: 'WIRE-CLOSE',
    says: /without a close frame/,
    damage: cutAt('tool_executing', 'sent a FIN', (lane) => lane.finish()),
  }),
  onBytes({
    id: 'F58-half',
    title: 'the connection ends in the middle of a frame',
    owner: 'WIRE-CLOSE',
    says: /inside a frame/,
    damage: cutAt('tool_executing', 'sent half a frame and a FIN', (lane) => {
      lane.write(lane.encode('{"type":"tool_executing"}').subarray(0, 12));
      lane.finish();
    }),
  }),
  ...Object.entries(illegalCodes).map(([id, code]) =>
    onBytes({
      id,
      title: `the connection is closed with ${code}, which may not be sent`,
      owner: 'WIRE-CLOSE-ILLEGAL',
      says: new RegExp(`carries ${code}`),
      damage: cutAt('tool_executing', `closed with ${code}`, (lane) => lane.close(code)),
    }),
  ),
  onBytes({
    id: 'F61',
    title: 'garbage is answered with a clean close',
    owner: 'WIRE-CLOSE-MEANING',
    expect: 'warn',
    says: /as if nothing were wrong/,
    journey: abuse,
    idle: true,
    damage: contented,
  }),
  onBytes({
    id: 'D09',
    title: 'whoever speaks as soon as the door is open is closed with 1011',
    owner: 'WIRE-CLOSE',
    says: /close code 1011/,
    idle: true,
    damage: raceForTheDoor,
  }),
];
