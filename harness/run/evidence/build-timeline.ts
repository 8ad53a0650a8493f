import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { History, HistoryRecord, RecordOf } from '../../contract/history.ts';
import type { Timeline } from '../../contract/timeline.ts';

type Mark = Timeline['lanes'][number]['marks'][number];

/** Marks a page can still show at a glance; what is beyond is counted, and stays in the stored history. */
const maxMarks = 4000;
const maxRaw = 2000;

/** Draws what a page shows of a history: a lane per connection, in the order the connections opened. */
export class TimelineBuilder {
  readonly #lanes = new Map<string, Timeline['lanes'][number]>();
  #marks = 0;
  #omitted = 0;

  add(record: HistoryRecord): void {
    if (record.type !== 'open' && record.type !== 'close' && record.type !== 'frame') return;
    if (this.#marks >= maxMarks) {
      this.#omitted += record.type === 'frame' ? Math.max(1, record.events.length) : 1;
      return;
    }
    const { connection } = record;
    const user = record.type === 'open' ? record.user : connection;
    const lane = this.#lanes.get(connection) ?? { connection, user, marks: [] };
    this.#lanes.set(connection, lane);
    for (const mark of marksOf(record)) {
      if (this.#marks < maxMarks) lane.marks.push(mark);
      else this.#omitted += 1;
      this.#marks += 1;
    }
  }

  build(journey: string, file: string): Timeline {
    return { history: file, journey, lanes: [...this.#lanes.values()], omitted: this.#omitted };
  }
}

/** The timeline of a history in memory. */
export function buildTimeline(history: History, file: string): Timeline {
  const builder = new TimelineBuilder();
  for (const record of history.records) builder.add(record);
  return builder.build(history.header.journey, file);
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
