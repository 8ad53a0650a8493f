import { setTimeout as pause } from 'node:timers/promises';
import { isTerminalKind } from '../contract/event-kind.ts';
import type { CanonicalEvent, ProjectionProblem } from '../contract/canonical-event.ts';
import type { Intent, Projected, Projection } from '../targets/profile.ts';
import type { Target } from '../targets/target.ts';
import type { User } from '../targets/user.ts';
import { describeUnreachable } from '../targets/transports/describe-unreachable.ts';
import type { Credentials, Link, LinkEnding, Passage } from '../targets/transports/transport.ts';
import { EventWaiters } from './event-waiters.ts';
import type { ChatOptions, ChatRun, Pretence } from './chat.ts';
import { EarlyCalls } from './early-calls.ts';
import { Diary } from './diary.ts';
import type { FrameReader } from './recorder/frame-reader.ts';
import type { Recorder } from './recorder/recorder.ts';
import { RunMemory } from './run-memory.ts';
import { wordingOf, type Wording } from './wording.ts';

/** How long a stream is given to end once all was said that was asked for. */
const lastWordsMs = 1_000;

const nothing: readonly string[] = [];

/** One logical client: one user on one connection, with everything it sends and sees recorded. */
export class Session implements FrameReader {
  readonly user: User;
  readonly connection: string;
  /** Where the probe writes what it does and sees here. */
  readonly diary: Diary;
  readonly #target: Target;
  readonly #recorder: Recorder;
  readonly #waiters: EventWaiters;
  /** `undefined` where nobody will ask for a run again. */
  readonly #runs: RunMemory | undefined;
  #credentials: Credentials | undefined;
  #projection: Projection;
  #link: Link | undefined;
  /** No stream was opened in this epoch yet. */
  #fresh = true;
  /** What could bring the rest of a run has ended. */
  #ended = false;
  /** Messages whose streams have not ended, where each opens one. */
  #underway = 0;
  /** Messages that wait for the stream of the one before. */
  #unsaid = 0;
  /** Frames that the target waits for. */
  #owed: readonly string[] = nothing;
  /** What was said last: it was inspected once, and differs from then on only in the key. */
  #said: Wording | undefined;

  /** `forgetful`: it only ever says things (`say`), and must not cost more than that. */
  constructor(
    target: Target,
    user: User,
    recorder: Recorder,
    connection: string,
    { forgetful = false }: { readonly forgetful?: boolean } = {},
  ) {
    this.#target = target;
    this.user = user;
    this.#recorder = recorder;
    this.connection = connection;
    this.diary = new Diary(recorder, user.name, connection);
    this.#waiters = new EventWaiters(recorder);
    this.#projection = target.profile.project();
    this.#runs = forgetful ? undefined : new RunMemory();
  }

  get connected(): boolean {
    return this.#link !== undefined;
  }

  /** Whether anything of what was asked can still come. */
  get listening(): boolean {
    return !this.#ended || this.#underway + this.#unsaid > 0;
  }

  async login(): Promise<void> {
    this.#recorder.redaction.add(this.user.password);
    const credentials = await this.#target.profile.transport.login(this.#target.url, this.user);
    for (const secret of credentials.secrets) this.#recorder.redaction.add(secret);
    for (const exchange of credentials.exchanges)
      this.diary.noteHttp(exchange, { purpose: 'login' });
    // What was said is in the history now, and needs no place in each of thousands of sessions.
    this.#credentials = { ...credentials, secrets: credentials.secrets.slice(), exchanges: [] };
  }

  /** Goes on with the login of another session of the same user, as a second tab does. */
  shareLogin(other: Session): void {
    this.#credentials = other.#credentials;
  }

  get target(): Target {
    return this.#target;
  }

  /** What the last login or renewal gave. */
  get credentials(): Credentials | undefined {
    return this.#credentials;
  }

  /** Goes on with renewed credentials. */
  renew(credentials: Credentials): void {
    for (const secret of credentials.secrets) this.#recorder.redaction.add(secret);
    this.#credentials = credentials;
  }

  /** Opens the connection, or opens it again; a refusal is recorded, not thrown. Throws `TARGET_UNREACHABLE` or `TARGET_UNTRUSTED`. */
  async connect(pretence?: Pretence): Promise<boolean> {
    this.#recorder.catchUp();
    this.diary.beginEpoch();
    this.#fresh = true;
    this.#owed = nothing;
    this.#underway = 0;
    this.#runs?.reconnect();
    this.#projection = this.#target.profile.project();
    // What we left may end when we are back already: its end belongs to the epoch that it had, and ends nothing of ours.
    const ours = this.#projection;
    let { epoch } = this.diary;
    const { deadlines } = this.#target.profile.promises;
    const { transport } = this.#target.profile;
    const { via = transport.via } = pretence ?? {};
    const presented = { credential: pretence?.credential, via };
    const otherWay = via === undefined ? undefined : transport.otherWays?.[via];
    // A greeting often comes in the same packet as the answer to the upgrade: what the link tells before we know of it
    // is noted behind its opening, or nobody could say whose greeting it is.
    const early = new EarlyCalls(transport.streamPerMessage === true);
    const { opening, link } = await (otherWay ?? transport.connect)(
      this.#target.url,
      pretence === undefined ? this.#credentials : pretence.credentials,
      {
        frame: (content, passage) => {
          if (early.released) this.#recorder.receive(this, content, passage);
          else early.run(() => this.#recorder.receive(this, content, passage));
        },
        beat: (beat) =>
          early.run(() => void this.#recorder.add({ type: 'beat', ...this.diary.place, beat })),
        closed: (ending) =>
          early.run(() => {
            if (ours === this.#projection) this.#link = undefined;
            this.#noteEnding(ending, epoch);
          }),
        streamOpened: (stream) => {
          if (!this.#fresh) this.diary.beginEpoch();
          this.#fresh = false;
          this.#ended = false;
          epoch = this.diary.epoch;
          this.diary.noteOpening(stream, presented);
          if (stream.outcome === 'accepted') return;
          // The message went no further, and nothing of it will ever come.
          this.#underway -= 1;
          this.#giveUp();
        },
        streamEnded: (ending) => {
          if (ours === this.#projection) this.#underway -= 1;
          this.#noteEnding(ending, epoch);
        },
      },
      {
        upgradeMs: deadlines.upgrade_ms,
        pongMs: deadlines.pong_ms,
        silenceMs: deadlines.terminal_ms,
      },
    );
    if (opening.outcome === 'unreachable') {
      throw describeUnreachable(this.#target.url, opening.detail ?? 'no answer');
    }
    if (transport.streamPerMessage !== true) this.diary.noteOpening(opening, presented);
    this.#link = link;
    this.#ended = link === undefined;
    early.release();
    this.#reply();
    return this.#link !== undefined;
  }

  /** Sends one message. `undefined` where the target cannot do it or never accepted it. */
  async chat(intents: readonly Intent[], options: ChatOptions): Promise<ChatRun | undefined> {
    const { intents: words, promises } = this.#target.profile;
    const wording = wordingOf(words, intents);
    if (wording === undefined || this.#link === undefined) return undefined;
    await this.#link.idle?.();
    for (const canary of options.canaries ?? []) {
      this.#recorder.add({ type: 'plant', canary, user: this.user.name, via: 'tool' });
    }
    this.diary.act('chat', {
      ...wording.act,
      key: options.key,
      ...(options.thread === undefined ? {} : { thread: options.thread }),
      ...(options.answer === undefined ? {} : { answer: options.answer }),
      ...(options.overruns === undefined ? {} : { overruns: options.overruns }),
      ...(options.forbids === undefined ? {} : { forbids: [...options.forbids] }),
      ...(options.toolOutcome === undefined ? {} : { tool_outcome: options.toolOutcome }),
    });
    const accepted = this.#waiters.wait(
      (event) => event.kind === 'message_accepted' && event.key === options.key,
      promises.deadlines.first_event_ms,
    );
    const { content } = wording;
    await this.send(words.chat({ content, key: options.key, thread: options.thread }));
    const acceptance = await accepted;
    const run = acceptance?.run;
    if (run === undefined) return undefined;
    if (acceptance?.thread !== undefined) this.#runs?.noteThread(run, acceptance.thread);
    return { run, thread: acceptance?.thread, terminal: this.terminalOf(run) };
  }

  /**
   * Sends one message and waits for nothing: for whoever follows the records to see what came of it.
   * `false` where there is no connection to send it on.
   */
  say(wording: Wording, key: string): boolean {
    if (this.#link === undefined) return false;
    const idle = this.#link.idle?.();
    if (idle === undefined) {
      this.#utter(wording, key);
    } else {
      this.#unsaid += 1;
      void idle.then(() => {
        this.#unsaid -= 1;
        this.#utter(wording, key);
      });
    }
    return true;
  }

  #utter(wording: Wording, key: string): void {
    this.diary.noteSaid(wording.act, key);
    const { intents } = this.#target.profile;
    const text = intents.chat({ content: wording.content, key, thread: undefined });
    this.#noteSent(text, this.#said === wording ? undefined : intents.inspect?.(text));
    this.#said = wording;
    const link = this.#link;
    if (link?.post !== undefined) link.post(text);
    else void link?.send(text).catch(() => {});
  }

  async cancel(run: string): Promise<CanonicalEvent | undefined> {
    const frame = this.#target.profile.intents.cancel?.(run);
    if (frame === undefined) return undefined;
    this.diary.act('cancel', { run });
    const accepted = this.#waiters.wait(
      (event) => event.kind === 'cancel_accepted' && event.run === run,
      this.#target.profile.promises.deadlines.cancel_ms,
    );
    await this.send(frame);
    return accepted;
  }

  /**
   * Asks for everything after an event of this run, by default the last one seen before this connection;
   * resolves when the replay ended.
   */
  async resume(
    run: string,
    afterSeq = this.#runs?.seenBefore(run) ??
      (this.#target.profile.promises.sequence?.first ?? 1) - 1,
  ): Promise<CanonicalEvent | undefined> {
    const frame = this.#target.profile.intents.resume?.(run, afterSeq, this.#runs?.threadOf(run));
    if (frame === undefined) return undefined;
    this.diary.act('resume', { run });
    const completed = this.#waiters.wait(
      (event) => (event.kind === 'resume_completed' && event.run === run) || event.kind === 'error',
      this.#target.profile.promises.deadlines.first_event_ms,
    );
    await this.send(frame);
    return completed;
  }

  /** The next event that `wants` accepts, or `undefined` at the deadline. */
  waitFor(
    wants: (event: CanonicalEvent) => boolean,
    deadlineMs: number,
  ): Promise<CanonicalEvent | undefined> {
    return this.#waiters.wait(wants, deadlineMs);
  }

  /** The terminal of a run: one that came already and was not asked for yet, or the next within the deadline. */
  async terminalOf(run: string): Promise<CanonicalEvent | undefined> {
    const early = this.#runs?.takeTerminal(run);
    // Where each message opens a stream, nothing comes to whoever has sent none.
    const mute =
      this.#target.profile.transport.streamPerMessage === true &&
      this.#underway + this.#unsaid === 0;
    if (early !== undefined || this.#ended || mute) return early;
    const terminal = await this.#waiters.wait(
      (event) => event.run === run && isTerminalKind(event.kind),
      this.#target.profile.promises.deadlines.terminal_ms,
    );
    this.#runs?.takeTerminal(run);
    return terminal;
  }

  /** A round trip behind everything the target has queued for this connection, or the end of the stream that answers. */
  async settle(): Promise<void> {
    if (this.#link?.idle !== undefined) {
      await Promise.race([this.#link.idle(), pause(lastWordsMs, undefined, { ref: false })]);
    }
    const frame = this.#target.profile.intents.ping?.();
    if (frame === undefined || this.#link === undefined) return;
    const pong = this.#waiters.wait(
      (event) => event.kind === 'pong',
      this.#target.profile.promises.deadlines.pong_ms,
    );
    await this.send(frame);
    await pong;
  }

  drop(): void {
    this.diary.act('drop', {});
    this.#link?.drop();
  }

  /** Stops reading while the connection stays open. */
  stopReading(): void {
    this.diary.act('stop-reading', {});
    this.#link?.stopReading?.();
  }

  readOn(): void {
    this.#link?.readOn?.();
  }

  close(): void {
    this.#link?.close();
  }

  /** Sends garbage on purpose. */
  async abuse(text: string): Promise<void> {
    this.diary.act('abuse', {});
    await this.#sendFrame(text, undefined);
  }

  /** Sends a frame; a dead line swallows it. */
  async send(text: string): Promise<void> {
    await this.#sendFrame(text, this.#target.profile.intents.inspect?.(text));
  }

  async #sendFrame(text: string, problems: ProjectionProblem[] | undefined): Promise<void> {
    this.#noteSent(text, problems);
    await this.#link?.send(text).catch(() => {});
  }

  #noteSent(text: string, problems: ProjectionProblem[] | undefined): void {
    const { n } = this.#recorder.addFrame({
      ...this.diary.place,
      direction: 'sent',
      content: text.toWellFormed(),
      projected: { events: [] },
      problems,
    });
    this.#projection.sent?.(text, n);
    if (this.#target.profile.transport.streamPerMessage === true) this.#underway += 1;
  }

  get epoch(): number {
    return this.diary.epoch;
  }

  get eager(): boolean {
    return this.#projection.sent !== undefined;
  }

  read(content: string | Buffer, passage?: Passage): Projected {
    if (typeof content !== 'string') return { events: [], problems: [] };
    return this.#projection.received(content, passage?.cursor, passage?.name);
  }

  follow({ events, replies }: Projected): void {
    for (const event of events) {
      if (event.run !== undefined) {
        this.#runs?.note(event.run, event);
        this.diary.hearModel(event, this.#target.profile.intents.misunderstood);
      }
      this.#waiters.offer(event);
    }
    if (replies !== undefined) this.#owed = [...this.#owed, ...replies];
    this.#reply();
  }

  /** Sends what the profile owes the target; a greeting may come before the link is ours. */
  #reply(): void {
    if (this.#link === undefined || this.#owed.length === 0) return;
    const owed = this.#owed;
    this.#owed = nothing;
    for (const reply of owed) void this.send(reply);
  }

  #noteEnding(ending: LinkEnding, epoch: number): void {
    this.#recorder.catchUp();
    this.diary.noteEnding(ending, epoch);
    this.#giveUp();
  }

  /** A run that needs results from us goes on in the stream that answers them. */
  #giveUp(): void {
    if (this.#underway > 0) return;
    this.#ended = true;
    this.#waiters.giveUp();
  }
}
