import type { RecordOf } from '../../contract/history.ts';
import {
  adasCanary,
  bobsCanary,
  change,
  converse,
  legalSteps,
  type Step,
} from '../testing/conversation.ts';
import type { Damage } from '../testing/damage.ts';
import type { HistoryBuilder } from '../testing/history-builder.ts';

const mark = '[secret:0123456789ab]';

const escaped = bobsCanary.replaceAll(
  /./g,
  (letter) => String.raw`\u00${letter.charCodeAt(0).toString(16)}`,
);

const maskedSecrets: Readonly<Record<string, readonly [raw: string, encoding: 'text' | 'base64']>> =
  {
    'in escaped letters': [`{"type":"pong","note":"${escaped}"}`, 'text'],
    'in base64': [`{"type":"pong","next":"${btoa(`{"q":"${bobsCanary}"}`)}"}`, 'text'],
    'in a binary frame': [btoa(`\u0001\u000a${bobsCanary}`), 'base64'],
  };

export const isolationDamages: readonly Damage[] = [
  {
    fault: 'F80',
    title: 'an event of bob reaches ada',
    owner: 'ISO-CANARY',
    entails: ['ISO-RUNMIX'],
    build: () =>
      converse({
        after: (built) =>
          built.event('a', { kind: 'tool_completed', run: 'r2', user: 'id-bob', text: bobsCanary }),
      }),
  },
  ...Object.entries(maskedSecrets).map(([title, [raw, encoding]]): Damage => ({
    fault: 'F80',
    title: `a secret of bob reaches ada ${title}`,
    owner: 'ISO-CANARY',
    build: () => converse({ after: (built) => void built.frame('a', raw, { encoding }) }),
  })),
  {
    fault: 'F81',
    title: 'everything is broadcast',
    owner: 'ISO-CANARY',
    entails: ['ISO-RUNMIX', 'ISO-CANARY-TEXT'],
    build: () => converse({ after: broadcast }),
  },
  {
    fault: 'F80',
    title: 'a secret of bob stands in the close reason ada gets',
    owner: 'ISO-CANARY',
    build: () =>
      converse({ after: (built) => built.close('a', { code: 1000, reason: `bye ${bobsCanary}` }) }),
  },
  {
    fault: 'F82',
    title: 'a secret of bob is spread over two pieces of the answer to ada',
    owner: 'ISO-CANARY-TEXT',
    entails: ['ISO-CANARY'],
    build: () => converse({ alter: () => splitSecret() }),
  },
  {
    fault: 'F47',
    title: 'a terminal names another run',
    owner: 'ISO-RUNMIX',
    entails: ['LIFE-TERM', 'LIFE-TERM-TRUNC', 'ORD-SEQ-GAP'],
    build: () => converse({ alter: change('agent_completed', { run: 'ghost', text: 'x' }) }),
  },
  {
    fault: 'D29',
    title: 'an event names another thread',
    owner: 'ISO-RUNMIX',
    build: () => converse({ alter: change('tool_executing', { thread: 'thread-other' }) }),
  },
  {
    fault: 'F78',
    title: 'the token stands in an event',
    owner: 'ISO-SECRET',
    build: () => converse({ alter: change('agent_thinking', { text: `with ${mark}` }) }),
  },
  {
    fault: 'F78',
    title: 'the token stands in an error page',
    owner: 'ISO-SECRET',
    build: () => converse({ after: (built) => request(built, { purpose: 'other', body: mark }) }),
  },
  {
    fault: 'F85',
    title: 'a resume with the run of bob is answered',
    owner: 'ISO-TRESPASS',
    entails: ['ISO-RUNMIX'],
    build: () =>
      converse({
        after: (built) =>
          built
            .act('a', 'trespass', { trespass: 'resume', victim: 'bob', run: 'r2' })
            .event('a', { kind: 'agent_started', run: 'r2', seq: 1, replay: true }),
      }),
  },
  {
    fault: 'F85',
    title: 'the conversation of bob is read',
    owner: 'ISO-TRESPASS',
    build: () =>
      converse({
        after: (built) => request(built, { credential: 'foreign', purpose: 'history', body: '[]' }),
      }),
  },
  {
    fault: 'F76',
    title: 'ada writes into the thread of bob',
    owner: 'ISO-TRESPASS',
    build: () =>
      converse({
        after: (built) =>
          built
            .act('a', 'trespass', { trespass: 'chat', victim: 'bob', thread: 'thread-r2' })
            .event('a', { kind: 'message_accepted', run: 'r9', thread: 'thread-r2' }),
      }),
    entails: ['LIFE-START'],
  },
  {
    fault: 'F86',
    title: 'runs are numbered',
    owner: 'ISO-ENUM',
    build: () => converse({ after: numberRuns }),
  },
  {
    fault: 'D42',
    title: 'ada is greeted as bob',
    owner: 'ISO-IDENTITY',
    build: () =>
      converse({
        before: (built) =>
          built.open('a2', 'ada').event('a2', { kind: 'connection_established', user: 'id-bob' }),
      }),
  },
];

function broadcast(built: HistoryBuilder): void {
  built.open('c', 'cleo');
  for (const [run, canary] of [
    ['r1', adasCanary],
    ['r2', bobsCanary],
  ] as const) {
    for (const [kind, rest] of legalSteps(run, canary))
      built.say('c', run, kind, { ...rest, user: 'x' });
  }
}

function splitSecret(): Step[] {
  const pieces = ['see gpc-bo', 'b-1 there'];
  return [
    ...legalSteps('r1', adasCanary).slice(0, 4),
    ['message_delta', { message: 'm', offset: 0, text: pieces[0] }],
    ['message_delta', { message: 'm', offset: 10, text: pieces[1] }],
    ['agent_completed', { outcome: 'completed', text: pieces.join('') }],
  ];
}

function numberRuns(built: HistoryBuilder): void {
  for (let number = 101; number < 108; number += 1) {
    built.chat('a', `run-${number}`);
    for (const [kind, rest] of legalSteps(`run-${number}`, 'x'))
      built.say('a', `run-${number}`, kind, rest);
  }
}

function request(built: HistoryBuilder, rest: Partial<RecordOf<'http'>>): void {
  const base = { method: 'GET', path: '/thing', status: 200, duration_ms: 1 };
  built.add({ type: 'http', user: 'ada', ...base, ...rest });
}
