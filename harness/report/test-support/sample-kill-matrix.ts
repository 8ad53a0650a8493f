import type { KillMatrix } from '../../contract/kill-matrix.ts';

/** A matrix with every kind of cell: caught, missed, caught by another check, never bitten, a false alarm. */
export const sampleKillMatrix: KillMatrix = {
  seed: '4f1c',
  faults: [
    {
      id: 'F21',
      title: 'a completion is lost',
      check: 'PAIR-OPEN',
      verdict: 'caught',
      note: 'fail, as expected',
      alarms: ['PAIR-OPEN', 'ORD-SEQ-GAP'],
    },
    {
      id: 'F31',
      title: 'an event goes to another user',
      check: 'ISO-CANARY',
      verdict: 'missed',
      note: 'ISO-CANARY stayed green',
      alarms: [],
    },
    {
      id: 'F14',
      title: 'an event follows the terminal',
      check: 'LIFE-AFTER',
      verdict: 'wrong-check',
      note: 'ORD-CLOCK alarmed instead',
      alarms: ['ORD-CLOCK'],
    },
    {
      id: 'F51',
      title: 'a resume skips an event',
      check: 'RES-GAP',
      verdict: 'no-bite',
      note: 'no critical event was in flight',
      alarms: [],
    },
  ],
  decoys: [
    { id: 'K02', title: 'an unknown field appears', alarms: [] },
    { id: 'K07', title: 'two runs interleave', alarms: ['LIFE-TERM'] },
  ],
};
