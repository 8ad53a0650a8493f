import { expect, it } from 'vitest';
import type { RecordOf } from '../../contract/history.ts';
import { converse } from '../testing/conversation.ts';
import type { HistoryBuilder } from '../testing/history-builder.ts';
import { judgeOne } from '../testing/judge-one.ts';
import { lifeStart } from './life-start.ts';

const answeredBy = (
  close: Partial<RecordOf<'close'>>,
  before: (built: HistoryBuilder) => HistoryBuilder = (built) => built,
) => {
  const after = (built: HistoryBuilder) =>
    void before(built).act('a', 'chat', { key: 'lost' }).close('a', close);
  return judgeOne(lifeStart, converse({ after }));
};

it.each([{ code: 1001 }, { code: 1012 }, { code: 1013 }])(
  'does not pass a message that was answered by an invitation to come back: %j',
  (close) => {
    const { verdict, reason } = answeredBy(close);
    expect(verdict).toBe('unknown');
    expect(reason).toContain('nobody came back for it');
  },
);

it.each([{ code: 1008 }, { code: 4429 }])('takes %j for a refusal', (close) => {
  expect(answeredBy(close)).toMatchObject({ verdict: 'pass', exercised: 2 });
});

it.each(['logout', 'abuse', 'stop-reading'] as const)(
  'asks no run for whoever is shown out after %s, in whatever words',
  (act) => {
    expect(answeredBy({ code: 1000 }, (built) => built.act('a', act)).verdict).toBe('pass');
  },
);
