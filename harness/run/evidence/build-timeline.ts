import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { History, RecordOf } from '../../contract/history.ts';
import type { Timeline } from '../../contract/timeline.ts';

type Mark = Timeline['lanes'][number]['marks'][number];

/** Marks a page can still show at a glance; what is beyond is counted, and stays in the stored history. */
const maxMarks = 4000;
const maxRaw = 2000;

/** What the page draws of a history: a lane per connection, in the order the connections opened. */
export function buildTimeline(history: History, file: string): Timeline {
  const lanes = new Map<string, Timeline['lanes'][number]>();
  let marks = 0;
  let omitted = 0;
  for (const record of history.records) {
    if (record.type !== 'open' && record.type !== 'close' && record.type !== 'frame') continue;
    const { connection } = record;
    const user = record.type === 'open' ? record.user : connection;
    const lane = lanes.get(connection) ?? { connection, user, marks: [] };
    lanes.set(connection, lane);
    for (const mark of marksOf(record)) {
      if (marks < maxMarks) lane.marks.push(mark);
      else omitted += 1;
      marks += 1;
    }
  }
  return { history: file, journey: history.header.journey, lanes: [...lanes.values()], omitted };
}

function marksOf(record: RecordOf<'open' | 'close' | 'frame'>): Mark[] {
  const { n, at } = record;
  if (record.type === 'open') return [{ n, at, kind: 'open', raw: record.outcome }];
  if (record.type === 'close') return [{ n, at, kind: 'close', raw: record.cause }];
  const { direction } = record;
  const raw = record.raw.slice(0, maxRaw);
  if (record.events.length === 0) return [{ n, at, kind: 'frame', direction, raw }];
  return record.events.map((event) => ({ n, at, direction, raw, ...describe(event) }));
}

function describe(event: CanonicalEvent): Pick<Mark, 'kind'> & Partial<Mark> {
  const { kind, run, call, tool, outcome, replay } = event;
  return {
    kind,
    ...(run === undefined ? {} : { run }),
    ...(call === undefined ? {} : { call }),
    ...(tool === undefined ? {} : { tool }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(replay === undefined ? {} : { replay }),
  };
}
