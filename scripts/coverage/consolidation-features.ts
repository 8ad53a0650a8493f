import type { Feature } from './feature.ts';

/** What the old tests of the code wanted: one implementation, one factory, its contract, its speed. */
export const consolidationFeatures: readonly Feature[] = [
  {
    ids: ['C1'],
    what: 'exactly one dispatcher class',
    old: 'inverted',
    covered: {
      'ssot-compliance': ['SSOT001', 'criterion:one-implementation', 'criterion:ratchet'],
    },
  },
  {
    ids: ['C2'],
    what: 'no direct dispatcher imports',
    old: 'inverted',
    covered: { 'ssot-compliance': ['SSOT003', 'SSOT004', 'criterion:no-bypass'] },
  },
  {
    ids: ['C3', 'C4'],
    what: 'tools run through the one registry; the factory is enforced',
    old: 'inverted',
    covered: { 'ssot-compliance': ['SSOT002', 'SSOT007', 'measure:ssot.tool-registry'] },
  },
  {
    ids: ['C5'],
    what: 'events are sent by one place',
    old: 'inverted',
    covered: {
      'ssot-compliance': ['SSOT001', 'measure:ssot.bridge'],
      'mission-critical': ['ONCE-EVENT', 'ONCE-TOOL', 'ONCE-EXEC'],
    },
  },
  {
    ids: ['C6'],
    what: 'figures with counts and commit instead of a score',
    old: 'tautology',
    covered: { 'ssot-compliance': ['measure:ssot.dispatcher', 'criterion:ratchet'] },
  },
  {
    ids: ['V1', 'V2'],
    what: 'one execution system and one adapter, facades told apart',
    old: 'real',
    covered: { 'ssot-compliance': ['SSOT001', 'criterion:one-implementation'] },
  },
  {
    ids: ['V3'],
    what: 'one tool registry, not one per factory',
    old: 'tautology',
    covered: {
      'ssot-compliance': ['measure:ssot.tool-registry'],
      'mission-critical': ['ISO-RUNMIX', 'TRUTH-TOOL'],
    },
  },
  {
    ids: ['V4'],
    what: 'one route to each role',
    old: 'real',
    covered: { 'ssot-compliance': ['SSOT011', 'criterion:consumer-map', 'measure:source.SSOT011'] },
  },
  {
    ids: ['V5'],
    what: 'old factories lead to the new one and warn',
    old: 'tautology',
    covered: {
      'ssot-compliance': [
        'criterion:surface-file',
        'criterion:one-factory',
        'test:every old entrance delegates, and warns whoever uses it',
      ],
    },
  },
  {
    ids: ['U1', 'U6'],
    what: 'one constructible class; at most one bridge imported',
    old: 'cannot run',
    covered: { 'ssot-compliance': ['SSOT001', 'SSOT003', 'criterion:one-implementation'] },
  },
  {
    ids: ['U2', 'U7'],
    what: 'factories: few creators, all give the same type',
    old: 'cannot run',
    covered: { 'ssot-compliance': ['SSOT002', 'SSOT010', 'criterion:one-factory'] },
  },
  {
    ids: ['U3'],
    what: 'the five events are supported',
    old: 'tautology',
    covered: {
      'mission-critical': [
        'LIFE-START',
        'LIFE-THINK',
        'LIFE-WORK',
        'PAIR-OPEN',
        'LIFE-TERM',
        'criterion:five-events',
      ],
    },
  },
  {
    ids: ['U4'],
    what: 'two users: tools of one invisible to the other, ids of their own',
    old: 'cannot run',
    covered: { 'mission-critical': ['ISO-CANARY', 'ISO-TRESPASS', 'ISO-IDENTITY'] },
  },
  {
    ids: ['U5'],
    what: 'the same imports at all places of use',
    old: 'cannot run',
    covered: { 'ssot-compliance': ['SSOT009', 'measure:source.SSOT009'] },
  },
  {
    ids: ['U8'],
    what: 'deprecated construction is told',
    old: 'cannot run',
    covered: {
      'ssot-compliance': [
        'SSOT007',
        'test:every old entrance delegates, and warns whoever uses it',
      ],
    },
  },
  {
    ids: ['G1', 'G3'],
    what: 'one execution path, users with distinct instances and registries',
    old: 'cannot run',
    covered: { 'ssot-compliance': ['SSOT002'], 'mission-critical': ['ISO-CANARY', 'ISO-RUNMIX'] },
  },
  {
    ids: ['G2'],
    what: 'executing before completed, with tool, run and status',
    old: 'cannot run',
    covered: { 'mission-critical': ['ORD-PAIR', 'PAIR-OPEN', 'SCH-CORR', 'SCH-FIELD'] },
  },
  {
    ids: ['G4'],
    what: 'several tools, both events each, right user and run',
    old: 'cannot run',
    covered: { 'mission-critical': ['PAIR-OPEN', 'PAIR-ORPHAN', 'SCH-CORR', 'LIFE-WORK'] },
  },
  {
    ids: ['A1'],
    what: 'the API that consumers use is there and matches',
    old: 'skips',
    covered: {
      'ssot-compliance': [
        'SSOT014',
        'criterion:surface-file',
        'criterion:canonical-members',
        'measure:source.SSOT014',
      ],
    },
  },
  {
    ids: ['A2', 'A3'],
    what: 'five events for their own user only, users interleaved',
    old: 'skips',
    covered: {
      'mission-critical': [
        'criterion:five-events',
        'criterion:isolation',
        'ISO-CANARY',
        'LIFE-TERM',
      ],
    },
  },
  {
    ids: ['A4'],
    what: 'compliance over time',
    old: 'tautology',
    covered: {
      'ssot-compliance': [
        'criterion:ratchet',
        'SSOT013',
        'test:every role has exactly one implementation in production source',
      ],
    },
  },
  {
    ids: ['A5'],
    what: 'memory per dispatcher, count of factories',
    old: 'tautology',
    covered: {
      'performance-regression': ['measure:memory.live-instances.RequestScopedToolDispatcher'],
      'ssot-compliance': ['measure:ssot.dispatcher-factory'],
    },
  },
  {
    ids: ['P1', 'P5'],
    what: 'dispatchers come and go without growth',
    old: 'skips',
    covered: {
      'performance-regression': [
        'measure:memory.live-instances.RequestScopedToolDispatcher',
        'measure:memory.heap-growth',
        'criterion:speed-and-memory',
      ],
    },
  },
  {
    ids: ['P2'],
    what: 'execution time',
    old: 'skips',
    covered: {
      'performance-regression': ['LAT-RUN', 'measure:run.whole.p95', 'criterion:speed-and-memory'],
    },
  },
  {
    ids: ['P3'],
    what: 'twenty users at once, with an outcome per run',
    old: 'tautology',
    covered: {
      'performance-regression': [
        'measure:load.lost-runs',
        'test:twenty people at once all get their answers',
      ],
    },
  },
  {
    ids: ['P4'],
    what: 'no slower than before',
    old: 'tautology',
    covered: {
      'performance-regression': ['criterion:speed-and-memory', 'measure:run.first-event.p95'],
    },
  },
];
