import type { Page, WebSocket } from 'playwright';
import type { EventKind } from '../../contract/event-kind.ts';
import type { History } from '../../contract/history.ts';
import type { Target } from '../../targets/target.ts';
import { describeHistory } from '../describe-history.ts';
import { FileSink } from '../recorder/file-sink.ts';
import { MemorySink } from '../recorder/memory-sink.ts';
import { Recorder } from '../recorder/recorder.ts';

export interface PageRecording {
  /** Says that the next message of this user's page must start a run with these kinds. */
  expectRun(user: string, expects: readonly EventKind[]): void;
  /** Stops recording and gives what crossed the page's sockets. */
  finish(): History;
}

export interface RecordedPage {
  readonly page: Page;
  readonly user: string;
}

/**
 * Records the WebSocket frames of pages into the same history the probes write, so that the same checks judge what
 * a browser really sent and received. Attach before the page opens its socket.
 */
export function recordPages(
  target: Target,
  pages: readonly RecordedPage[],
  options: { readonly journey: string; readonly seed?: string; readonly file?: string },
): PageRecording {
  const memory = new MemorySink();
  const sinks = options.file === undefined ? [memory] : [memory, new FileSink(options.file)];
  const header = describeHistory(target, options.journey, options.seed ?? 'page');
  const recorder = new Recorder(header, sinks);
  const lanes = pages.map(({ page, user }) => new PageLane(recorder, target, page, user));
  return {
    expectRun(user, expects) {
      for (const lane of lanes) if (lane.user === user) lane.expected = expects;
    },
    finish() {
      recorder.add({ type: 'end', reason: 'complete' });
      recorder.close();
      return memory.history;
    },
  };
}

/** One page: all its sockets are one connection, each of them an epoch of it. */
class PageLane {
  readonly user: string;
  expected: readonly EventKind[] | undefined;
  readonly #recorder: Recorder;
  readonly #target: Target;
  readonly #connection: string;
  #epoch = -1;

  constructor(recorder: Recorder, target: Target, page: Page, user: string) {
    this.user = user;
    this.#recorder = recorder;
    this.#target = target;
    this.#connection = `${user}#page`;
    page.on('websocket', (socket) => this.#follow(socket));
  }

  #follow(socket: WebSocket): void {
    this.#epoch += 1;
    const place = { connection: this.#connection, epoch: this.#epoch };
    const projection = this.#target.profile.project();
    this.#recorder.add({ type: 'open', ...place, user: this.user, outcome: 'accepted' });
    socket.on('framesent', ({ payload }) => {
      this.#announce(payload);
      const projected = { events: [] };
      this.#recorder.addFrame({ ...place, direction: 'sent', ...bytesOf(payload), projected });
    });
    socket.on('framereceived', ({ payload }) => {
      const projected = typeof payload === 'string' ? projection.received(payload) : { events: [] };
      this.#recorder.addFrame({ ...place, direction: 'received', ...bytesOf(payload), projected });
    });
    socket.on('close', () => this.#recorder.add({ type: 'close', ...place, cause: 'probe' }));
  }

  #announce(payload: string | Buffer): void {
    if (typeof payload !== 'string' || this.expected === undefined) return;
    const key = this.#target.profile.intents.keyOf?.(payload);
    if (key === undefined) return;
    this.#recorder.add({
      type: 'act',
      connection: this.#connection,
      user: this.user,
      act: 'chat',
      key,
      expects: [...this.expected],
    });
    this.expected = undefined;
  }
}

function bytesOf(payload: string | Buffer): { bytes: Buffer; text: string | undefined } {
  return {
    bytes: Buffer.from(payload),
    text: typeof payload === 'string' ? payload.toWellFormed() : undefined,
  };
}
