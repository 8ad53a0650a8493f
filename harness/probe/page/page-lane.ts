import type { Page, WebSocket } from 'playwright';
import { z } from 'zod';
import { isTerminalKind, type EventKind } from '../../contract/event-kind.ts';
import type { Intent, Projected } from '../../targets/profile.ts';
import type { Target } from '../../targets/target.ts';
import { carriedCode } from '../../targets/transports/carried-code.ts';
import { countCalls } from '../count-calls.ts';
import { EventWaiters } from '../event-waiters.ts';
import type { Recorder } from '../recorder/recorder.ts';

/** What the next message of a page asks for. */
export interface Asked {
  readonly intents: readonly Intent[];
  /** Strings that only this user may ever see. */
  readonly canaries?: readonly string[];
  /** What must be in the answer. */
  readonly answer?: string;
}

interface Followed {
  readonly url: string;
  readonly place: { readonly connection: string; readonly epoch: number };
  opened: boolean;
  /** The browser says that it is closed; its page may have been told how. */
  gone: boolean;
  closed: boolean;
}

/** How the page's own script was told that a socket ended; 1006 stands for no close frame at all. */
const EndingSchema = z.object({
  url: z.string(),
  code: z.int(),
  reason: z.string(),
  wasClean: z.boolean(),
});

/** A verdict needs a history that goes on until after the deadline. */
const afterwardsMs = 1_000;

/** One page: all its sockets are one connection, each of them an epoch of it. */
export class PageLane {
  readonly user: string;
  readonly #recorder: Recorder;
  readonly #target: Target;
  readonly #connection: string;
  readonly #sockets: Followed[] = [];
  readonly #asked: Asked[] = [];
  readonly #keys = new Set<string>();
  readonly #ended = new Set<string>();
  readonly #waiters = new EventWaiters();
  readonly #seen = new Set<EventKind>();
  #lastAnswer: string | undefined;
  #expected = 0;
  #away = false;

  constructor(
    recorder: Recorder,
    target: Target,
    { user, connection }: { readonly user: string; readonly connection: string },
  ) {
    this.user = user;
    this.#recorder = recorder;
    this.#target = target;
    this.#connection = connection;
  }

  /** Follows every socket that the page opens from now on. */
  async attach(page: Page): Promise<void> {
    page.on('websocket', (socket) => this.#follow(socket));
    await page.exposeBinding('goldenPathClosed', (_, ending: unknown) => {
      const told = EndingSchema.safeParse(ending);
      if (told.success) this.#noteEnding(told.data);
    });
  }

  /** Says what the next message of the page asks for, before it is sent. */
  expect(asked: Asked): void {
    for (const canary of asked.canaries ?? []) {
      this.#recorder.add({ type: 'plant', canary, user: this.user, via: 'tool' });
    }
    this.#expected += 1;
    this.#asked.push(asked);
  }

  /** Our own side breaks the line; what fails until `back` is our doing. */
  drop(): void {
    this.#recorder.add({
      type: 'act',
      connection: this.#connection,
      user: this.user,
      act: 'drop',
    });
    this.#away = true;
  }

  back(): void {
    this.#away = false;
  }

  /** Waits until as many runs have ended as messages were announced. Throws at the target's deadline for a run. */
  async settled(): Promise<void> {
    const { terminal_ms: allowedMs } = this.#target.profile.promises.deadlines;
    const deadline = performance.now() + allowedMs + afterwardsMs;
    while (this.#ended.size < this.#expected) {
      const leftMs = deadline - performance.now();
      if (leftMs <= 0) {
        const what = `${this.#expected} messages were sent at the page of ${this.user}`;
        throw new Error(`${what}, and ${this.#ended.size} runs ended within ${allowedMs} ms`);
      }
      await this.#waiters.wait(({ kind }) => isTerminalKind(kind), leftMs);
    }
  }

  /** Waits until an event of this kind has come on any socket of the page, or until the deadline for a first event. */
  async hasSeen(kind: EventKind): Promise<void> {
    if (this.#seen.has(kind)) return;
    const { first_event_ms: deadlineMs } = this.#target.profile.promises.deadlines;
    await this.#waiters.wait((event) => event.kind === kind, deadlineMs);
  }

  /** The answer of the last run that ended, as the target told it whole. */
  get lastAnswer(): string | undefined {
    return this.#lastAnswer;
  }

  /** Notes the end of sockets that a page took along when it was left. One that is open was watched to the end. */
  finish(): void {
    for (const socket of this.#sockets)
      if (socket.gone) this.#noteClose(socket, { cause: 'probe' });
  }

  #follow(socket: WebSocket): void {
    const place = { connection: this.#connection, epoch: this.#sockets.length };
    const state = { opened: false, gone: false, closed: false };
    const followed: Followed = { url: socket.url(), place, ...state };
    const projection = this.#target.profile.project();
    this.#sockets.push(followed);
    socket.on('framesent', ({ payload }) => {
      this.#noteOpen(followed);
      const text = textOf(payload);
      if (text !== undefined) this.#noteAct(text);
      const { n } = this.#recorder.addFrame({
        ...place,
        direction: 'sent',
        content: text ?? Buffer.from(payload),
        projected: { events: [] },
        problems: text === undefined ? undefined : this.#target.profile.intents.inspect?.(text),
      });
      if (text !== undefined) projection.sent?.(text, n);
    });
    socket.on('framereceived', ({ payload }) => {
      this.#noteOpen(followed);
      const text = textOf(payload);
      const projected: Projected = text === undefined ? { events: [] } : projection.received(text);
      const content = text ?? Buffer.from(payload);
      this.#recorder.addFrame({ ...place, direction: 'received', content, projected });
      for (const event of projected.events) {
        this.#seen.add(event.kind);
        if (event.run !== undefined && isTerminalKind(event.kind)) this.#ended.add(event.run);
        if (event.kind === 'agent_completed') this.#lastAnswer = event.text;
        this.#waiters.offer(event);
      }
    });
    socket.on('close', () => {
      followed.gone = true;
    });
    socket.on('socketerror', (detail) => {
      if (followed.opened || this.#away) return;
      followed.opened = true;
      followed.closed = true;
      const { user } = this;
      this.#recorder.add({ type: 'open', ...place, user, outcome: 'refused', detail });
    });
  }

  /** The browser tells of a socket before it is open: its first frame shows that it was. */
  #noteOpen(socket: Followed): void {
    if (socket.opened) return;
    for (const earlier of this.#sockets) {
      if (earlier.place.epoch < socket.place.epoch) this.#noteClose(earlier, { cause: 'probe' });
    }
    socket.opened = true;
    const { user } = this;
    this.#recorder.add({ type: 'open', ...socket.place, user, outcome: 'accepted' });
  }

  #noteEnding({ url, code, reason, wasClean }: z.infer<typeof EndingSchema>): void {
    const socket = this.#sockets.find((one) => one.url === url && one.opened && !one.closed);
    if (socket === undefined) return;
    if (this.#away) this.#noteClose(socket, { cause: 'probe' });
    else if (wasClean)
      this.#noteClose(socket, { cause: 'close-frame', ...carriedCode(code), reason });
    else this.#noteClose(socket, { cause: 'fin', detail: `the page was told ${code}` });
  }

  #noteClose(
    socket: Followed,
    ending: {
      readonly cause: 'probe' | 'close-frame' | 'fin';
      readonly code?: number;
      readonly reason?: string;
      readonly detail?: string;
    },
  ): void {
    if (!socket.opened || socket.closed) return;
    socket.closed = true;
    this.#recorder.add({ type: 'close', ...socket.place, ...ending });
  }

  #noteAct(sent: string): void {
    const request = this.#target.profile.intents.readSent?.(sent);
    if (request === undefined) return;
    const who = { type: 'act', connection: this.#connection, user: this.user } as const;
    if (request.act !== 'chat') {
      this.#recorder.add({ ...who, act: request.act, run: request.run });
      return;
    }
    // After a reconnect a page repeats what may never have arrived, under the same key.
    if (this.#keys.has(request.key)) return;
    this.#keys.add(request.key);
    const asked = this.#asked.shift();
    const intents = asked?.intents ?? [];
    this.#recorder.add({
      ...who,
      act: 'chat',
      key: request.key,
      ...(asked === undefined
        ? {}
        : {
            intent: intents.map(({ kind }) => kind).join('+'),
            expects: [...this.#target.profile.intents.expects(intents)],
            calls: countCalls(intents),
            ...(asked.answer === undefined ? {} : { answer: asked.answer }),
          }),
    });
  }
}

function textOf(payload: string | Buffer): string | undefined {
  return typeof payload === 'string' ? payload.toWellFormed() : undefined;
}
