import type { ProjectionProblem } from '../../contract/canonical-event.ts';
import type { FrameRecord, HistoryHeader, HistoryRecord } from '../../contract/history.ts';
import type { Projected } from '../../targets/profile.ts';
import type { Passage } from '../../targets/transports/transport.ts';
import { Redaction } from './redaction.ts';
import type { RecordSink } from './sink.ts';

/** What a caller says of a record; number and times are the recorder's own. */
export type Unstamped = {
  [Type in HistoryRecord['type']]: Omit<
    Extract<HistoryRecord, { type: Type }>,
    'n' | 'at' | 'wall'
  >;
}[HistoryRecord['type']];

export interface FrameSeen {
  readonly connection: string;
  readonly epoch: number;
  readonly direction: FrameRecord['direction'];
  readonly bytes: Buffer;
  /** The bytes as text, where they are UTF-8 text. */
  readonly text: string | undefined;
  readonly projected: Projected;
  readonly passage?: Passage | undefined;
  /** What is wrong with a frame that was sent. */
  readonly problems?: ProjectionProblem[] | undefined;
}

type Mutable<Value> = { -readonly [Field in keyof Value]: Value[Field] };

/** Bytes of a frame that are kept; the rest of a larger one is only counted, so that no target fills the memory. */
const keptBytes = 1024 * 1024;

/** Numbers, stamps and keeps everything the probes sent and saw, in the order it happened. */
export class Recorder {
  readonly redaction: Redaction = new Redaction();
  readonly #sinks: Set<RecordSink>;
  readonly #wall: () => number;
  readonly #zero: number = performance.now();
  #next = 0;
  #closed = false;

  /** `wall` gives epoch ms; it is shown and never judged by. */
  constructor(header: HistoryHeader, sinks: readonly RecordSink[], wall = Date.now) {
    this.#sinks = new Set(sinks);
    this.#wall = wall;
    this.#tell((sink) => sink.begin(header));
  }

  /** What happens after `close` is not part of the history any more. */
  add(entry: Unstamped): HistoryRecord {
    const { type, ...rest } = entry;
    const stamp = { n: this.#next, at: this.#now(), wall: this.#wall() };
    return this.#take({ type, ...stamp, ...rest } as HistoryRecord);
  }

  /** Bytes that are not UTF-8 text are kept as base64, exactly as they came. */
  addFrame(seen: FrameSeen): HistoryRecord {
    const { passage, projected } = seen;
    const problems = projected.problems ?? seen.problems;
    const { bytes, text } = seen;
    const cut = bytes.length > keptBytes;
    const raw = cut || text === undefined ? this.#keep(bytes, text !== undefined) : text;
    // Field by field: this is done for each frame, and spreading makes an object per part.
    const record: Mutable<FrameRecord> = {
      type: 'frame',
      n: this.#next,
      at: this.#now(),
      wall: this.#wall(),
      connection: seen.connection,
      epoch: seen.epoch,
      direction: seen.direction,
      raw: text === undefined ? raw : this.redaction.apply(raw),
      encoding: text === undefined ? 'base64' : 'text',
      bytes: bytes.length,
      events: projected.events,
    };
    if (passage !== undefined) {
      record.took_ms = Math.round(passage.tookMs * 1000) / 1000;
      if (passage.fragments > 1) record.fragments = passage.fragments;
    }
    if (cut) record.cut = true;
    if (problems !== undefined) record.problems = problems;
    return this.#take(record);
  }

  #keep(bytes: Buffer, readable: boolean): string {
    return bytes.toString(readable ? 'utf8' : 'base64', 0, Math.min(bytes.length, keptBytes));
  }

  /** Milliseconds since the history began, to a thousandth. */
  #now(): number {
    return Math.round((performance.now() - this.#zero) * 1000) / 1000;
  }

  #take<Kind extends HistoryRecord>(record: Kind): Kind {
    this.#next += 1;
    if (!this.#closed) this.#tell((sink) => sink.record(record));
    return record;
  }

  close(): void {
    this.#closed = true;
    this.#tell((sink) => sink.end());
  }

  /** A sink that fails (a full disk) is given up; the others learn that records were lost. */
  #tell(say: (sink: RecordSink) => void): void {
    for (const sink of this.#sinks) {
      try {
        say(sink);
      } catch (error) {
        this.#sinks.delete(sink);
        const detail = error instanceof Error ? error.message : String(error);
        this.add({ type: 'harness', notice: 'recorder-loss', detail });
      }
    }
  }
}
