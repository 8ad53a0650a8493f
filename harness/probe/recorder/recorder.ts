import type { ProjectionProblem } from '../../contract/canonical-event.ts';
import type { FrameRecord, HistoryHeader, HistoryRecord } from '../../contract/history.ts';
import type { Projected } from '../../targets/profile.ts';
import type { Passage } from '../../targets/transports/transport.ts';
import { Backlog } from './backlog.ts';
import type { FrameReader } from './frame-reader.ts';
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
  /** Text, or the bytes of a message that is none. */
  readonly content: string | Buffer;
  readonly projected: Projected;
  readonly passage?: Passage | undefined;
  /** What is wrong with a frame that was sent. */
  readonly problems?: ProjectionProblem[] | undefined;
}

type Mutable<Value> = { -readonly [Field in keyof Value]: Value[Field] };

/** Bytes of a frame that are kept; the rest of a larger one is only counted, so that no target fills the memory. */
const keptBytes = 1024 * 1024;

/** Number and times of a record. */
type Stamp = Pick<HistoryRecord, 'n' | 'at' | 'wall'>;

/** A frame that came in and was not read yet. */
interface Arrival extends Stamp {
  readonly type: 'arrival';
  readonly reader: FrameReader;
  readonly epoch: number;
  readonly content: string | Buffer;
  readonly passage: Passage | undefined;
}

export interface RecorderOptions {
  /** Epoch ms, shown and never judged by; default: this machine's clock. */
  readonly wall?: (() => number) | undefined;
  /** For how long frames may wait before they are read (`Backlog`), in ms; default 0: not at all. */
  readonly paceMs?: number;
}

/** Numbers, stamps and keeps everything the probes sent and saw, in the order it happened. */
export class Recorder {
  readonly redaction: Redaction = new Redaction();
  #sinks: readonly RecordSink[];
  readonly #wall: () => number;
  readonly #zero: number = performance.now();
  readonly #backlog: Backlog<HistoryRecord | Arrival>;
  readonly #waits: boolean;
  #next = 0;
  #closed = false;

  constructor(header: HistoryHeader, sinks: readonly RecordSink[], options: RecorderOptions = {}) {
    this.#sinks = sinks;
    this.#wall = options.wall ?? Date.now;
    const { paceMs = 0 } = options;
    this.#waits = paceMs > 0;
    const deal = (item: HistoryRecord | Arrival): void => {
      if (item.type === 'arrival') this.#read(item);
      else this.#keep(item);
    };
    this.#backlog = new Backlog(paceMs, deal, () => this.#flush());
    this.#tell((sink) => sink.begin(header));
  }

  /** What happens after `close` is not part of the history any more. */
  add(entry: Unstamped): HistoryRecord {
    const stamped = { type: entry.type, ...this.#stamp() };
    return this.#take<HistoryRecord>(Object.assign(stamped, entry));
  }

  addFrame(seen: FrameSeen): HistoryRecord {
    return this.#take(this.#describe(this.#stamp(), seen));
  }

  /** Stamps a frame that came in now, and has it read when its turn has come. */
  receive(reader: FrameReader, content: string | Buffer, passage: Passage | undefined): void {
    const { n, at, wall } = this.#stamp();
    const { epoch } = reader;
    const arrival: Arrival = { type: 'arrival', n, at, wall, reader, epoch, content, passage };
    if (this.#waits && !reader.eager) return this.#backlog.push(arrival);
    this.catchUp();
    this.#read(arrival);
  }

  /** Has everything read that came in so far. */
  catchUp(): void {
    this.#backlog.work();
  }

  close(): void {
    this.catchUp();
    this.#closed = true;
    this.#tell((sink) => sink.end());
  }

  #read(arrival: Arrival): void {
    const { reader, content, passage, epoch } = arrival;
    const projected = reader.read(content, passage);
    const { connection } = reader;
    const direction = 'received';
    const record = this.#describe(arrival, {
      connection,
      epoch,
      direction,
      content,
      projected,
      passage,
    });
    const byItself = passage?.cursor === undefined && passage?.name === undefined;
    const again = !reader.eager && byItself && record.raw === content;
    this.#keep(record, again ? reader : undefined);
    reader.follow(projected);
  }

  /** Bytes that are not UTF-8 text are kept as base64, exactly as they came. */
  #describe(stamp: Stamp, seen: FrameSeen): FrameRecord {
    const { content, projected, passage } = seen;
    const problems = projected.problems ?? seen.problems;
    const isText = typeof content === 'string';
    const bytes = isText ? Buffer.byteLength(content) : content.length;
    const cut = bytes > keptBytes;
    // Field by field: this is done for each frame, and spreading makes an object per part.
    const record: Mutable<FrameRecord> = {
      type: 'frame',
      n: stamp.n,
      at: stamp.at,
      wall: stamp.wall,
      connection: seen.connection,
      epoch: seen.epoch,
      direction: seen.direction,
      raw: isText ? this.redaction.apply(cut ? head(content) : content) : head(content),
      encoding: isText ? 'text' : 'base64',
      bytes,
      events: projected.events,
    };
    if (passage !== undefined) {
      record.took_ms = Math.round(passage.tookMs * 1000) / 1000;
      if (passage.fragments > 1) record.fragments = passage.fragments;
    }
    if (cut) record.cut = true;
    if (problems !== undefined) record.problems = problems;
    return record;
  }

  /** Times are milliseconds since the history began, to a thousandth. */
  #stamp(): Stamp {
    const n = this.#next;
    this.#next += 1;
    const at = Math.round((performance.now() - this.#zero) * 1000) / 1000;
    return { n, at, wall: this.#wall() };
  }

  /** Keeps a record behind all that happened before it. */
  #take<Kind extends HistoryRecord>(record: Kind): Kind {
    if (this.#backlog.isEmpty) this.#keep(record);
    else this.#backlog.push(record);
    return record;
  }

  /** A loop of its own, because this is done for each record, and a function made for each costs more than the loop. */
  #keep(record: HistoryRecord, reader?: FrameReader): void {
    if (this.#closed) return;
    for (const sink of this.#sinks) {
      try {
        sink.record(record, reader);
      } catch (error) {
        this.#giveUp(sink, error);
      }
    }
    if (!this.#backlog.isWorking) this.#flush();
  }

  #flush(): void {
    if (!this.#closed) this.#tell((sink) => sink.flush?.());
  }

  #tell(say: (sink: RecordSink) => void): void {
    for (const sink of this.#sinks) {
      try {
        say(sink);
      } catch (error) {
        this.#giveUp(sink, error);
      }
    }
  }

  /** A sink that fails (a full disk) is given up; the others learn that records were lost. */
  #giveUp(sink: RecordSink, error: unknown): void {
    this.#sinks = this.#sinks.filter((other) => other !== sink);
    const detail = error instanceof Error ? error.message : String(error);
    this.add({ type: 'harness', notice: 'recorder-loss', detail });
  }
}

function head(content: string | Buffer): string {
  if (typeof content === 'string') return Buffer.from(content).toString('utf8', 0, keptBytes);
  return content.toString('base64', 0, keptBytes);
}
