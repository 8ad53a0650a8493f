import { expect, it } from 'vitest';
import type { RecordOf } from '../../contract/history.ts';
import { judgeOne } from '../testing/judge-one.ts';
import { HistoryBuilder } from '../testing/history-builder.ts';
import { lifeTerm } from './life-term.ts';

type Close = Partial<RecordOf<'close'>>;

type Steps = (built: HistoryBuilder) => HistoryBuilder;

const asIs: Steps = (built) => built;

/** A whole run of bob's, and one of ada's whose connection ends in its middle. */
const cutOff = (
  close: Close,
  { before = asIs, during = asIs, after = asIs }: Record<string, Steps> = {},
) => {
  const built = new HistoryBuilder().open('a', 'ada').open('b', 'bob').chat('b', 'r2');
  built.say('b', 'r2', 'agent_started').say('b', 'r2', 'agent_completed');
  before(built).chat('a', 'r1').say('a', 'r1', 'agent_started');
  after(during(built).close('a', close));
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

const sleep: Steps = (built) => built.act('a', 'stop-reading');

it('does not ask for the run of a client that stopped reading, and was let go for it', () => {
  expect(cutOff({ code: 1013 }, { during: sleep }).verdict).toBe('pass');
});

it('takes what was buffered for no waking: it is read late, and the end comes behind it', () => {
  const during: Steps = (built) => sleep(built).say('a', 'r1', 'agent_thinking');
  expect(cutOff({ code: 1013 }, { during }).verdict).toBe('pass');
});

it('still excuses the end of a sleeper that connects again', () => {
  const after: Steps = (built) => built.open('a', 'ada');
  expect(cutOff({ code: 1013 }, { during: sleep, after }).verdict).toBe('pass');
});

it.each<[string, Steps]>([
  ['asked again', asIs],
  ['connected again', (built) => built.close('a', { code: 1013 }).open('a', 'ada')],
])('asks for the run of a client that slept once, and has %s', (_what, wake) => {
  const before: Steps = (built) => {
    built.chat('a', 'r0').say('a', 'r0', 'agent_started');
    return wake(sleep(built).say('a', 'r0', 'agent_completed'));
  };
  expect(cutOff({ code: 1012 }, { before }).verdict).toBe('unknown');
});
