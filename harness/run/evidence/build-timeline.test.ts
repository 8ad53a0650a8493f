import { expect, it } from 'vitest';
import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { HistoryRecord, RecordOf } from '../../contract/history.ts';
import type { Mark } from '../../contract/mark.ts';
import type { Timeline } from '../../contract/timeline.ts';
import { TimelineBuilder, type TimelineRoom } from './build-timeline.ts';

/** What the page itself reads with. */
const reader = new URL('../../report/html/page/unpack.client.js', import.meta.url);
const { readFrame, readMarks, unpack } = (await import(reader.href)) as {
  readonly unpack: (packed: string) => Promise<unknown>;
  readonly readMarks: (columns: unknown) => Mark[];
  readonly readFrame: (timeline: Timeline, mark: number) => Promise<string | undefined>;
};

const stampOf = (n: number) => ({ n, at: n / 10, wall: n, epoch: 0 });

function frame(n: number, connection: string): RecordOf<'frame'> {
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

async function build(
  records: readonly HistoryRecord[],
  room: TimelineRoom,
  witnesses: readonly number[] = [],
) {
  const builder = new TimelineBuilder(room);
  for (const record of records) builder.add(record);
  builder.showWitnesses(witnesses, (take) => {
    for (const record of records) take(record);
  });
  const timeline = builder.build('load', 'load.ndjson');
  return { timeline, marks: readMarks(await unpack(timeline.marks)) };
}

const roomy = { frames: 1_000_000 };
const long = [
  open(0, 'c-1', 'user-1'),
  ...Array.from({ length: 5000 }, (_, index) => frame(index + 1, 'c-1')),
  open(5001, 'c-2', 'user-2'),
  ...Array.from({ length: 300 }, (_, index) => frame(5002 + index, 'c-2')),
];

it('names the user of a lane also when frames were seen before the opening', async () => {
  const records = [frame(0, 'c-1'), open(1, 'c-1', 'user-1'), frame(2, 'c-2')];
  const { timeline } = await build(records, roomy);
  expect(timeline.lanes.map(({ user }) => user)).toEqual(['user-1', 'nobody known']);
});

it('keeps every mark and every frame of a history that has room', async () => {
  const { timeline, marks } = await build(long, roomy);
  expect(timeline).toMatchObject({ count: 5302, frameless: 0, omitted: 0 });
  expect(marks.map(({ n, at }) => [n, at])).toEqual(long.map(({ n, at }) => [n, at]));
  for (const index of [0, 1, 255, 256, 5000, 5301]) {
    const record = long[index];
    const raw = record?.type === 'frame' ? record.raw : 'accepted';
    expect(await readFrame(timeline, index)).toBe(raw);
  }
});

it('gives back all that a mark says', async () => {
  const events: CanonicalEvent[] = [
    { kind: 'tool_executing', run: 'r', call: 'c', tool: 't', replay: false },
    { kind: 'tool_completed', run: 'r', call: 'c', outcome: 'failed', replay: true },
    { kind: 'pong' },
  ];
  const { marks } = await build([{ ...frame(7, 'c-1'), events }], roomy);
  const about = { lane: 0, n: 7, at: 0.7, direction: 'received' };
  expect(marks).toEqual(events.map((event, index) => ({ ...about, index, ...event })));
});

it('shows a witness that came after the cap, with what was around it and whose it was', async () => {
  const { timeline, marks } = await build(long, { marks: 4000, frames: 1_000_000 }, [5200]);
  const late = marks.filter(({ lane }) => lane === 1);
  expect(timeline.lanes[1]?.user).toBe('user-2');
  expect(late.map(({ n }) => n)).toEqual(Array.from({ length: 41 }, (_, index) => 5180 + index));
  expect(timeline.count).toBe(4041);
  expect(timeline.count + timeline.omitted).toBe(5302);
  const [witness] = timeline.witnesses;
  expect(witness).toMatchObject({ connection: 'c-2', n: 5200, at: 520 });
  expect(marks[witness?.mark ?? -1]?.n).toBe(5200);
  expect(await readFrame(timeline, witness?.mark ?? -1)).toBe('{"n":5200}');
});

it('keeps the frames around a witness when there is no room for the others, and counts those', async () => {
  const { timeline } = await build(long, { frames: 1500 }, [3000, 5302]);
  const framed = timeline.count - timeline.frameless;
  expect(timeline).toMatchObject({ count: 5302, omitted: 0 });
  expect(framed).toBeGreaterThan(256);
  expect(framed).toBeLessThan(2000);
  expect(await readFrame(timeline, 2000)).toBeUndefined();
  for (const n of [2980, 3000, 3020, 5301]) {
    expect(await readFrame(timeline, n)).toBe(n === 5001 ? 'accepted' : `{"n":${String(n)}}`);
  }
  expect(await readFrame(timeline, 3021)).toBeUndefined();
});
