import { expect, it } from 'vitest';
import { judgeHistory } from '../judge/judge-history.ts';
import { adasCanary, change, converse } from '../testing/conversation.ts';

const earlier = 'nonce-4711';

/** Ada had an answer in `thread`; the next one, in thread-r1, comes back to it. */
function comeBackTo(thread: string | undefined): string | undefined {
  const { history } = converse({
    before: (built) =>
      built
        .act('a', 'chat', { key: 'key-r0', answer: earlier })
        .event('a', { kind: 'message_accepted', key: 'key-r0', run: 'r0', thread })
        .say('a', 'r0', 'agent_started', { thread })
        .say('a', 'r0', 'agent_completed', { thread, outcome: 'completed', text: earlier }),
    chat: { answer: adasCanary },
    alter: change('agent_completed', { text: `${earlier} ${adasCanary}` }),
  });
  return judgeHistory(history).find(({ id }) => id === 'TRUTH-ANSWER')?.verdict;
}

it('lets a model come back to what was said in the same conversation', () => {
  expect(comeBackTo('thread-r1')).toBe('pass');
});

it('lets it do so where the target names no conversation', () => {
  expect(comeBackTo(undefined)).toBe('pass');
});

it('refuses what the same person was answered in another conversation', () => {
  expect(comeBackTo('thread-r0')).toBe('fail');
});
