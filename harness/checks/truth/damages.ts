import type { RecordOf } from '../../contract/history.ts';
import { adasCanary, change, converse } from '../testing/conversation.ts';
import type { Damage } from '../testing/damage.ts';
import { HistoryBuilder } from '../testing/history-builder.ts';

export const truthDamages: readonly Damage[] = [
  {
    fault: 'D10',
    title: 'a canned reply',
    owner: 'TRUTH-ANSWER',
    build: () => converse({ chat: { answer: 'nonce-4711' } }),
  },
  {
    fault: 'D10',
    title: 'an answer that also holds the answer to another question',
    owner: 'TRUTH-ANSWER',
    build: () =>
      converse({
        before: (built) => built.act('b', 'chat', { key: 'other', answer: 'it says' }),
        chat: { answer: adasCanary },
        after: (built) => built.event('b', { kind: 'error', key: 'other' }),
      }),
  },
  {
    fault: 'D38',
    title: 'another answer is stored',
    owner: 'TRUTH-STORED',
    build: () =>
      converse({ after: (built) => readBack(built, { stored_answer: 'something else' }) }),
  },
  {
    fault: 'D39',
    title: 'no answer is stored',
    owner: 'TRUTH-STORED',
    build: () => converse({ after: (built) => readBack(built, {}) }),
  },
  {
    fault: 'D19',
    title: 'a run admits to a fallback',
    owner: 'TRUTH-FALLBACK',
    build: () => converse({ alter: change('agent_completed', { fallbacks: 1 }) }),
  },
  {
    fault: 'D36',
    title: 'a healthy target answers nobody',
    owner: 'TRUTH-HEALTH',
    entails: ['LIFE-START'],
    build: swallowEverything,
  },
  {
    fault: 'D18',
    title: 'the execution of an unknown tool is announced',
    owner: 'TRUTH-TOOL',
    build: () => converse({ chat: { expects: [], forbids: ['tool_executing'] } }),
  },
];

function readBack(built: HistoryBuilder, rest: Partial<RecordOf<'http'>>): void {
  const request = { method: 'GET', path: '/history', status: 200, duration_ms: 1 };
  built.add({ type: 'http', user: 'ada', ...request, purpose: 'history', run: 'r1', ...rest });
}

function swallowEverything(): HistoryBuilder {
  const request = { method: 'GET', path: '/health', status: 200, duration_ms: 1 };
  return new HistoryBuilder()
    .add({ type: 'http', user: 'ada', ...request, purpose: 'health' })
    .open('a', 'ada')
    .act('a', 'chat', { key: 'lost' })
    .wait(6_000)
    .end();
}
