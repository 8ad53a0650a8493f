import type { Feature } from './feature.ts';

/** What the old tests of the running product wanted: journeys, events, speed, staging. */
export const journeyFeatures: readonly Feature[] = [
  {
    ids: ['J1'],
    what: 'the whole journey at the page, with its steps',
    old: 'skips',
    covered: {
      staging: [
        'LIFE-TERM',
        'PAIR-OPEN',
        'ORD-PO',
        'test:a person logs in at the page, asks, sees the agent work and gets the answer',
      ],
      'performance-regression': ['measure:http.login.p95', 'LAT-RUN'],
      'mission-critical': ['TRUTH-STORED'],
    },
  },
  {
    ids: ['J2', 'J4'],
    what: 'order, duration, same user; the whole within its budget',
    old: 'tautology',
    covered: {
      'mission-critical': ['ORD-PO', 'SCH-CORR', 'ISO-CANARY'],
      'performance-regression': ['LAT-RUN', 'LAT-FIRST', 'measure:run.whole.p95'],
    },
  },
  {
    ids: ['J3'],
    what: 'the same journey for every class of user',
    old: 'tautology',
    covered: {
      'performance-regression': ['test:twenty people at once all get their answers'],
      staging: ['SCH-FIELD'],
    },
  },
  {
    ids: ['E1'],
    what: 'the notifier has all its methods',
    old: 'cannot run',
    covered: { 'ssot-compliance': ['SSOT014', 'criterion:surface-file', 'measure:source.SSOT014'] },
  },
  {
    ids: ['E2'],
    what: 'a connection is established',
    old: 'real',
    covered: { 'mission-critical': ['WIRE-UPGRADE', 'WIRE-HANDSHAKE'] },
  },
  {
    ids: ['E3', 'E4'],
    what: 'the executor that runs is the one that was enhanced',
    old: 'tautology',
    covered: { 'mission-critical': ['TRUTH-ANSWER', 'PAIR-OPEN', 'ONCE-EFFECT'] },
  },
  {
    ids: ['E5', 'E6', 'E7', 'E8', 'E9'],
    what: 'each of the five kinds, with its content',
    old: 'tautology',
    covered: {
      'mission-critical': [
        'SCH-FIELD',
        'SCH-CORR',
        'SCH-ARGS',
        'LIFE-START',
        'LIFE-THINK',
        'PAIR-OPEN',
        'LIFE-TERM',
      ],
    },
  },
  {
    ids: ['E10', 'E12'],
    what: 'all five, in the order that is promised',
    old: 'tautology',
    covered: { 'mission-critical': ['ORD-PO', 'LIFE-WORK', 'PAIR-OPEN'] },
  },
  {
    ids: ['E11', 'E28'],
    what: 'latency of events and their throughput',
    old: 'tautology',
    covered: {
      'performance-regression': ['LAT-KIND', 'LAT-FIRST', 'measure:run.first-event.p95'],
      'mission-critical': ['LAT-THROUGHPUT'],
    },
  },
  {
    ids: ['E13', 'E17', 'E26'],
    what: 'agent, conversation and whole flow within their deadlines',
    old: 'tautology',
    covered: { 'mission-critical': ['LIFE-TERM', 'LIFE-WORK', 'LAT-RUN'] },
  },
  {
    ids: ['E14', 'E30'],
    what: 'several connections and users',
    old: 'real',
    covered: { 'mission-critical': ['WIRE-UPGRADE', 'ISO-IDENTITY', 'LIFE-TERM'] },
  },
  {
    ids: ['E15', 'E31'],
    what: 'bad input is answered, and the connection stays usable',
    old: 'tautology',
    covered: { 'mission-critical': ['WIRE-CLOSE-MEANING', 'WIRE-CLOSE', 'META-SENT'] },
  },
  {
    ids: ['E16', 'E23', 'E24'],
    what: 'many messages and users, with throughput',
    old: 'tautology',
    covered: {
      'performance-regression': [
        'measure:load.lost-runs',
        'test:twenty people at once all get their answers',
      ],
      'mission-critical': ['BP-SLOW-CONSUMER'],
    },
  },
  {
    ids: ['E18', 'E19', 'E20', 'E21', 'E29'],
    what: 'drops and reconnects without loss and without repetition',
    old: 'real',
    covered: {
      'mission-critical': ['RES-GAP', 'RES-DUP', 'RES-ORDER', 'RES-ZERO', 'criterion:event-loss'],
    },
  },
  {
    ids: ['E22', 'E34'],
    what: 'many users, no contamination at all',
    old: 'tautology',
    covered: {
      'mission-critical': [
        'ISO-CANARY',
        'criterion:isolation',
        'test:no user ever receives what belongs to another',
      ],
    },
  },
  {
    ids: ['E25'],
    what: 'long connections stay alive',
    old: 'tautology',
    covered: { 'mission-critical': ['CAP-HEARTBEAT', 'WIRE-HALFOPEN'] },
  },
  {
    ids: ['E27'],
    what: 'the content is worth reading',
    old: 'tautology',
    covered: { 'mission-critical': ['SCH-FIELD', 'TRUTH-ANSWER', 'TRUTH-STORED', 'TXT-CONCAT'] },
  },
  {
    ids: ['E32'],
    what: 'a burst arrives whole',
    old: 'tautology',
    covered: { 'mission-critical': ['BP-BURST', 'LAT-THROUGHPUT'] },
  },
  {
    ids: ['E33'],
    what: 'order under load',
    old: 'tautology',
    covered: {
      'mission-critical': ['ORD-PO', 'ORD-SEQ-GAP', 'BP-BURST'],
      'performance-regression': ['measure:load.lost-runs'],
    },
  },
  {
    ids: ['E35', 'E36', 'E39'],
    what: 'registry, engine, notifier and bridge hold each other',
    old: 'cannot run',
    covered: {
      'ssot-compliance': ['SSOT005', 'SSOT010', 'criterion:surface-file', 'measure:source.SSOT010'],
    },
  },
  {
    ids: ['E37', 'E38'],
    what: 'a wrapped tool is announced; its user is told',
    old: 'cannot run',
    covered: { 'mission-critical': ['PAIR-ORPHAN', 'PAIR-OPEN', 'ISO-CANARY'] },
  },
  {
    ids: ['W1'],
    what: 'a detector for each missing event, unpaired tool and poor content',
    old: 'none',
    covered: { 'mission-critical': ['criterion:checks-proven', 'PAIR-OUTCOME', 'LIFE-WORK'] },
  },
  {
    ids: ['W2'],
    what: 'many users, rapid switching, contamination',
    old: 'none',
    covered: { 'mission-critical': ['ISO-CANARY', 'ISO-RUNMIX', 'criterion:isolation'] },
  },
  {
    ids: ['W3'],
    what: 'latency, throughput and connections under load',
    old: 'none',
    covered: {
      'performance-regression': [
        'LAT-FIRST',
        'LAT-RUN',
        'measure:run.whole.p95',
        'measure:load.lost-runs',
      ],
    },
  },
  {
    ids: ['W4'],
    what: 'concurrent work on one store',
    old: 'none',
    covered: { 'mission-critical': ['ISO-TRESPASS', 'ISO-RUNMIX', 'ISO-CANARY-TEXT'] },
  },
  {
    ids: ['W5'],
    what: 'steps of a run in their order, hand-over without loss',
    old: 'none',
    covered: { 'mission-critical': ['ORD-PO', 'LIFE-TERM', 'RES-KINDS'], staging: ['LIFE-TERM'] },
  },
  {
    ids: ['W6'],
    what: 'the real dispatcher: events, errors, success',
    old: 'none',
    covered: {
      'mission-critical': ['PAIR-OPEN', 'PAIR-OUTCOME', 'LIFE-TERM'],
      'performance-regression': ['measure:run.whole.p95'],
    },
  },
  {
    ids: ['W7'],
    what: 'the contract of the dispatcher: construction, limits, permissions, cleanup',
    old: 'none',
    covered: {
      'ssot-compliance': ['criterion:canonical-members', 'criterion:surface-file'],
      'mission-critical': ['ISO-SECRET', 'PAIR-OUTCOME'],
    },
  },
  {
    ids: ['W8'],
    what: 'quality of the staging path',
    old: 'none',
    covered: {
      staging: [
        'test:a person logs in at the page, asks, sees the agent work and gets the answer',
        'LIFE-TERM',
      ],
      'mission-critical': ['TRUTH-ANSWER'],
    },
  },
  {
    ids: ['W9'],
    what: 'connect, authenticate, cancel, renew, history, limits, errors',
    old: 'none',
    covered: {
      'mission-critical': [
        'AUTH-DENY',
        'AUTH-STALE',
        'LIFE-CANCEL',
        'RES-IDENTITY',
        'WIRE-UPGRADE',
      ],
    },
  },
  {
    ids: ['W10'],
    what: 'thresholds: creation, requests, streams, leaks, degradation',
    old: 'none',
    covered: {
      'performance-regression': [
        'measure:memory.heap-growth',
        'measure:memory.live-instances.RequestScopedToolDispatcher',
        'measure:http.login.p95',
        'LAT-FIRST',
      ],
    },
  },
];
