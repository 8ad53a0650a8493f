import type { CheckResult } from '../../contract/check-result.ts';
import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { History, HistoryRecord, RecordOf } from '../../contract/history.ts';
import type { Timeline } from '../../contract/timeline.ts';

type Mark = Timeline['lanes'][number]['marks'][number];

/** Marks a page can still show at a glance; what is beyond is counted, and stays in the stored history. */
const maxMarks = 4000;
const maxRaw = 2000;

/** What came this many records before or after a witness is kept with it. */
const vicinity = 20;

/** Hands over all records of a history, from its first. */
type EachRecord = (take: (record: HistoryRecord) => void) => void;
type Drawn = RecordOf<'open' | 'close' | 'frame'>;

/** Draws what a page shows of a history: a lane per connection, in the order the connections opened. */
export class TimelineBuilder {
  readonly #lanes = new Map<string, Timeline['lanes'][number]>();
  readonly #userOf = new Map<string, string>();
  #marks = 0;
  #omitted = 0;
  /** Number of the first record that had no room. */
  #cutFrom = Number.POSITIVE_INFINITY;

  add(record: HistoryRecord): void {
    if (!isDrawn(record)) return;
    if (record.type === 'open') this.#userOf.set(record.connection, record.user);
    for (const mark of marksOf(record)) {
      if (this.#marks < maxMarks) this.#draw(record.connection, mark);
      else {
        this.#omitted += 1;
        this.#cutFrom = Math.min(this.#cutFrom, record.n);
      }
    }
  }

  /** Reads again what was cut off, where a failure hides in it: a witness is shown, however late it came. */
  showWitnesses(witnesses: readonly number[], each: EachRecord): void {
    const late = witnesses.filter((n) => n >= this.#cutFrom - vicinity);
    if (late.length === 0) return;
    const shown = new Set(late.flatMap(neighbours));
    each((record) => {
      if (!isDrawn(record) || record.n < this.#cutFrom || !shown.has(record.n)) return;
      const held =
        this.#lanes.get(record.connection)?.marks.filter(({ n }) => n === record.n) ?? [];
      for (const mark of marksOf(record).slice(held.length)) {
        this.#draw(record.connection, mark);
        this.#omitted -= 1;
      }
    });
  }

  build(journey: string, file: string): Timeline {
    const lanes = [...this.#lanes.values()].map((lane) => ({
      ...lane,
      user: this.#userOf.get(lane.connection) ?? 'nobody known',
    }));
    return { history: file, journey, lanes, omitted: this.#omitted };
  }

  #draw(connection: string, mark: Mark): void {
    const lane = this.#lanes.get(connection) ?? { connection, user: '', marks: [] };
    this.#lanes.set(connection, lane);
    lane.marks.push(mark);
    this.#marks += 1;
  }
}

/** The timeline of a history in memory, with the witnesses of these checks. */
export function buildTimeline(
  history: History,
  file: string,
  checks: readonly CheckResult[],
): Timeline {
  const builder = new TimelineBuilder();
  for (const record of history.records) builder.add(record);
  builder.showWitnesses(ownWitnesses(history, checks), (take) => {
    for (const record of history.records) take(record);
  });
  return builder.build(history.header.journey, file);
}

/** Numbers of all records that show a failure. */
export function witnessRecords(checks: readonly CheckResult[]): number[] {
  return checks.flatMap(({ witnesses }) => witnesses.flatMap(({ records }) => records));
}

/** Record numbers repeat from history to history; number and time together do not. */
function ownWitnesses({ records }: History, checks: readonly CheckResult[]): number[] {
  const times = new Map(records.map(({ n, at }) => [n, at]));
  const raw = checks.flatMap(({ witnesses }) => witnesses.flatMap((witness) => witness.raw));
  return raw.filter(({ n, at }) => times.get(n) === at).map(({ n }) => n);
}

function neighbours(n: number): number[] {
  return Array.from({ length: 2 * vicinity + 1 }, (_, index) => n - vicinity + index);
}

function isDrawn(record: HistoryRecord): record is Drawn {
  return record.type === 'open' || record.type === 'close' || record.type === 'frame';
}

function marksOf(record: Drawn): Mark[] {
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
