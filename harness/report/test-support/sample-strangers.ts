import type { Stranger, StrangerCell } from '../../contract/strangers.ts';

const kept: StrangerCell = { verdict: 'pass', exercised: 412, checks: [] };
const notOffered: StrangerCell = {
  verdict: 'not-applicable',
  exercised: 0,
  blame: 'not offered',
  checks: [],
};
const broken: StrangerCell = {
  verdict: 'fail',
  exercised: 50,
  blame: 'target wrong',
  checks: ['WIRE-CLOSE'],
  note: 'However, the stream ended with <half> a frame.',
};

/** Two foreign servers, with every kind of cell. */
export const sampleStrangers: readonly Stranger[] = [
  {
    name: 'one-server',
    profile: 'one-protocol',
    journeys: 50,
    runs: 100,
    families: {
      LIFE: { events: kept, ending: kept },
      PAIR: { events: kept, ending: kept },
      RES: { events: notOffered, ending: { ...kept, verdict: 'unknown', exercised: 0 } },
    },
    alarms: [],
    stale: [],
    known: {},
    faults: [
      {
        fault: 'lose-terminal',
        title: 'the terminal is lost',
        owner: 'LIFE-TERM',
        verdict: 'caught',
        alarms: ['LIFE-TERM'],
      },
    ],
  },
  {
    name: 'another-server',
    profile: 'another-protocol',
    journeys: 50,
    runs: 50,
    families: {
      LIFE: { events: kept, ending: broken },
      PAIR: { events: kept, ending: kept },
      WIRE: { events: kept, ending: broken },
    },
    alarms: ['WIRE-CLOSE'],
    stale: [],
    known: { 'LIFE-AFTER': 'it says goodbye twice' },
    faults: [
      {
        fault: 'lose-terminal',
        title: 'the terminal is lost',
        owner: 'LIFE-TERM',
        verdict: 'missed',
        alarms: [],
        note: 'LIFE-TERM stayed green',
      },
    ],
  },
];
