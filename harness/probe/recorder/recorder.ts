import { isUtf8 } from 'node:buffer';
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
  readonly isText: boolean;
  readonly projected: Projected;
  readonly passage?: Passage | undefined;
  /** What is wrong with a frame that was sent. */
  readonly problems?: ProjectionProblem[] | undefined;
}

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
    const at = Math.round((performance.now() - this.#zero) * 1000) / 1000;
    const { type, ...rest } = entry;
    const record = { type, n: this.#next, at, wall: this.#wall(), ...rest } as HistoryRecord;
    this.#next += 1;
    if (!this.#closed) this.#tell((sink) => sink.record(record));
    return record;
  }

  /** Bytes that are not UTF-8 text are kept as base64, exactly as they came. */
  addFrame(seen: FrameSeen): HistoryRecord {
    const { passage, projected } = seen;
    const problems = projected.problems ?? seen.problems;
    const readable = seen.isText && isUtf8(seen.bytes);
    const cut = seen.bytes.length > keptBytes;
    const kept = cut ? seen.bytes.subarray(0, keptBytes) : seen.bytes;
    return this.add({
      type: 'frame',
      connection: seen.connection,
      epoch: seen.epoch,
      direction: seen.direction,
      raw: readable ? this.redaction.apply(kept.toString('utf8')) : kept.toString('base64'),
      encoding: readable ? 'text' : 'base64',
      bytes: seen.bytes.length,
      ...(passage === undefined ? {} : { took_ms: Math.round(passage.tookMs * 1000) / 1000 }),
      ...(passage === undefined || passage.fragments < 2 ? {} : { fragments: passage.fragments }),
      ...(cut ? { cut } : {}),
      events: projected.events,
      ...(problems === undefined ? {} : { problems }),
    });
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
