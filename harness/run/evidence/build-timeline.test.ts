import { expect, it } from 'vitest';
import type { HistoryRecord } from '../../contract/history.ts';
import { TimelineBuilder } from './build-timeline.ts';

const stampOf = (n: number) => ({ n, at: n / 10, wall: n, epoch: 0 });

function frame(n: number, connection: string): HistoryRecord {
  const raw = `{"n":${n}}`;
  return {
    type: 'frame',
    ...stampOf(n),
    connection,
    direction: 'received',
    raw,
    encoding: 'text',
    bytes: raw.length,
    events: [],
  };
}

function open(n: number, connection: string, user: string): HistoryRecord {
  return { type: 'open', ...stampOf(n), connection, user, outcome: 'accepted' };
}

function build(records: readonly HistoryRecord[], witnesses: readonly number[] = []) {
  const builder = new TimelineBuilder();
  for (const record of records) builder.add(record);
  builder.showWitnesses(witnesses, (take) => {
    for (const record of records) take(record);
  });
  return builder.build('load', 'load.ndjson');
}

it('names the user of a lane also when frames were seen before the opening', () => {
  const { lanes } = build([frame(0, 'c-1'), open(1, 'c-1', 'user-1'), frame(2, 'c-2')]);
  expect(lanes.map(({ user }) => user)).toEqual(['user-1', 'nobody known']);
});

it('shows a witness that came after the cap, with what was around it and whose it was', () => {
  const long = Array.from({ length: 5000 }, (_, index) => frame(index + 1, 'c-1'));
  const records = [open(0, 'c-1', 'user-1'), ...long, open(5001, 'c-2', 'user-2')];
  const more = Array.from({ length: 300 }, (_, index) => frame(5002 + index, 'c-2'));
  const timeline = build([...records, ...more], [5200]);
  const [first, second] = timeline.lanes;
  expect(first?.marks).toHaveLength(4000);
  expect(second?.user).toBe('user-2');
  expect(second?.marks.map(({ n }) => n)).toContain(5200);
  expect(second?.marks.length).toBeGreaterThan(20);
  const drawn = timeline.lanes.reduce((sum, { marks }) => sum + marks.length, 0);
  expect(drawn + timeline.omitted).toBe(5302);
});
