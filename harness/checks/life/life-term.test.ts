import { expect, it } from 'vitest';
import type { RecordOf } from '../../contract/history.ts';
import { judgeOne } from '../testing/judge-one.ts';
import { HistoryBuilder } from '../testing/history-builder.ts';
import { lifeTerm } from './life-term.ts';

type Close = Partial<RecordOf<'close'>>;

/** A whole run of bob's, and one of ada's whose connection ends in its middle. */
const cutOff = (
  close: Close,
  before: (built: HistoryBuilder) => HistoryBuilder = (built) => built,
) => {
  const built = new HistoryBuilder().open('a', 'ada').open('b', 'bob').chat('b', 'r2');
  built.say('b', 'r2', 'agent_started').say('b', 'r2', 'agent_completed');
  before(built).chat('a', 'r1').say('a', 'r1', 'agent_started').close('a', close);
  return judgeOne(lifeTerm, built.end());
};

it.each([{ code: 1001 }, { code: 1003 }, { code: 1008 }, { code: 1012 }, { code: 4000 }])(
  'does not pass a run that was closed in its middle with %j, and that nobody saw end',
  (close) => {
    const { verdict, reason } = cutOff(close);
    expect(verdict).toBe('unknown');
    expect(reason).toContain('nobody came back for the rest');
  },
);

it('does not ask for the run of a client that stopped reading, and was let go for it', () => {
  const { verdict } = cutOff({ code: 1013 }, (built) => built.act('a', 'stop-reading'));
  expect(verdict).toBe('pass');
});
