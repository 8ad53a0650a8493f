import type { CheckResult } from '../../contract/check-result.ts';
import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { History, HistoryRecord, RecordOf } from '../../contract/history.ts';
import { packMarks } from '../../contract/pack-marks.ts';
import type { Mark } from '../../contract/mark.ts';
import type { Timeline } from '../../contract/timeline.ts';
import { FrameBlocks } from './frame-blocks.ts';

/** Marks a page draws without effort; what is beyond is counted, and stays in the stored history. */
const mostMarks = 200_000;

/** What came this many records before or after a witness is kept with it. */
const vicinity = 20;

/** Hands over all records of a history, from its first. */
type EachRecord = (take: (record: HistoryRecord) => void) => void;
type Drawn = RecordOf<'open' | 'close' | 'frame'>;

export interface TimelineRoom {
  /** Marks drawn besides those around witnesses. */
  readonly marks?: number;
  /** Characters of packed frames besides those around witnesses. */
  readonly frames: number;
}

/** Draws what a page shows of a history: a lane per connection, in the order the connections opened. */
export class TimelineBuilder {
  readonly #lanes = new Map<string, number>();
  readonly #userOf = new Map<string, string>();
  readonly #marks: Mark[] = [];
  readonly #frames: FrameBlocks;
  readonly #mostMarks: number;
  /** Marks of witnesses that had no room, by the number of their record. */
  readonly #late = new Map<number, number>();
  #witnesses: Timeline['witnesses'] = [];
  #omitted = 0;

  constructor({ marks = mostMarks, frames }: TimelineRoom) {
    this.#mostMarks = marks;
    this.#frames = new FrameBlocks(frames);
  }

  add(record: HistoryRecord): void {
    if (!isDrawn(record)) return;
    if (record.type === 'open') this.#userOf.set(record.connection, record.user);
    const count = record.type === 'frame' ? Math.max(1, record.events.length) : 1;
    // A record is drawn whole or not at all, and none after one that was not.
    if (this.#omitted > 0 || this.#marks.length + count > this.#mostMarks) {
      this.#omitted += count;
      return;
    }
    for (const mark of marksOf(record, this.#laneOf(record.connection))) {
      this.#marks.push(mark);
      this.#frames.add(rawOf(record));
    }
  }

  /** Reads again what had no room, where a failure hides in it: a witness is shown, however late it came. */
  showWitnesses(records: readonly number[], each: EachRecord): void {
    const drawn = this.#marks.length;
    const framed = this.#frames.end();
    const poorFrom = this.#marks[framed]?.n ?? (this.#marks.at(-1)?.n ?? -1) + 1;
    const named = new Set(records);
    if (records.some((n) => n >= poorFrom - vicinity)) {
      const shown = new Set(records.flatMap(neighbours));
      each((record) => {
        if (isDrawn(record) && record.n >= poorFrom && shown.has(record.n))
          this.#show(record, drawn);
      });
    }
    this.#witnesses = [...named]
      .toSorted((left, right) => left - right)
      .flatMap((n) => {
        const mark = this.#indexOf(n, drawn);
        const { lane, at } = this.#marks[mark] ?? {};
        const connection = [...this.#lanes.keys()][lane ?? -1];
        return connection === undefined || at === undefined ? [] : [{ mark, connection, n, at }];
      });
  }

  build(journey: string, file: string): Timeline {
    this.#frames.end();
    const lanes = [...this.#lanes.keys()].map((connection) => ({
      connection,
      user: this.#userOf.get(connection) ?? 'nobody known',
    }));
    return {
      history: file,
      journey,
      lanes,
      count: this.#marks.length,
      marks: packMarks(this.#marks),
      frames: this.#frames.build(),
      frameless: this.#marks.length - this.#frames.size,
      omitted: this.#omitted,
      witnesses: this.#witnesses,
    };
  }

  /** Draws a record that was left out, and keeps its frame. */
  #show(record: Drawn, drawn: number): void {
    const lane = this.#laneOf(record.connection);
    const marks = marksOf(record, lane);
    const found = this.#indexOf(record.n, drawn);
    const first = found === -1 ? this.#marks.length : found;
    if (found === -1) {
      this.#late.set(record.n, first);
      this.#marks.push(...marks);
      this.#omitted -= marks.length;
    }
    for (const index of marks.keys()) this.#frames.keep(first + index, rawOf(record));
  }

  /** Index of the first mark of a record, or -1; the first `drawn` marks are in the order of their records. */
  #indexOf(n: number, drawn: number): number {
    const late = this.#late.get(n);
    if (late !== undefined) return late;
    let low = 0;
    let high = drawn;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#marks[middle]?.n ?? Infinity) < n) low = middle + 1;
      else high = middle;
    }
    return low < drawn && this.#marks[low]?.n === n ? low : -1;
  }

  #laneOf(connection: string): number {
    const lane = this.#lanes.get(connection) ?? this.#lanes.size;
    this.#lanes.set(connection, lane);
    return lane;
  }
}

/** The timeline of a history in memory, with the witnesses of these checks. */
export function buildTimeline(
  history: History,
  file: string,
  checks: readonly CheckResult[],
  room: TimelineRoom,
): Timeline {
  const builder = new TimelineBuilder(room);
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

function rawOf(record: Drawn): string {
  if (record.type === 'open') return record.outcome;
  return record.type === 'close' ? record.cause : record.raw;
}

function marksOf(record: Drawn, lane: number): Mark[] {
  const { n, at } = record;
  if (record.type !== 'frame') return [{ lane, n, at, kind: record.type }];
  const { direction } = record;
  if (record.events.length === 0) return [{ lane, n, at, kind: 'frame', direction }];
  return record.events.map((event) => ({ lane, n, at, direction, ...describe(event) }));
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
