import { expect, it } from 'vitest';
import { HistoryBuilder } from '../testing/history-builder.ts';
import { readTraits } from './traits.ts';

const asked = (): HistoryBuilder =>
  new HistoryBuilder().open('a', 'ada').act('a', 'chat', { key: 'k', intent: 'echo' });

const whole = (built: HistoryBuilder): HistoryBuilder =>
  built.say('a', 'r1', 'agent_started').say('a', 'r1', 'agent_completed');

const accepted = { kind: 'message_accepted', key: 'k', run: 'r1', replay: true } as const;

const runsOf = (built: HistoryBuilder) => [...readTraits(built.end().history).runs];

it('counts one run of a message whose acceptance came only in a replay, before or after the run', () => {
  expect(runsOf(whole(asked().event('a', accepted)))).toEqual([['echo', 1]]);
  expect(runsOf(whole(asked()).event('a', accepted))).toEqual([['echo', 1]]);
});

it('does not count a run of which all but its acceptance is a replay as one that never began', () => {
  const traits = readTraits(asked().event('a', accepted).end().history);
  expect([...traits.runs]).toEqual([['echo', 1]]);
  expect([...traits.seen]).toEqual([]);
});

it('counts no run of another day that is only replayed', () => {
  const older = { ...accepted, key: 'older', run: 'r0' };
  const built = asked().event('a', { ...accepted, replay: false });
  expect(runsOf(whole(built.event('a', older)))).toEqual([['echo', 1]]);
});
