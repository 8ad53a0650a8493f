import type { CanonicalEvent } from '../contract/canonical-event.ts';
import type { Credential, RecordOf } from '../contract/history.ts';
import type { HttpExchange, LinkEnding, LinkOpening } from '../targets/transports/transport.ts';
import type { Recorder } from './recorder/recorder.ts';
import type { Wording } from './wording.ts';

type Stamp = 'type' | 'n' | 'at' | 'wall';

/** What one session writes into the history, beside the frames: who, on which connection, for the how-manieth time. */
export class Diary {
  readonly #recorder: Recorder;
  readonly #user: string;
  readonly #connection: string;
  #modelNotices = '';
  #epoch = -1;

  constructor(recorder: Recorder, user: string, connection: string) {
    this.#recorder = recorder;
    this.#user = user;
    this.#connection = connection;
  }

  get epoch(): number {
    return this.#epoch;
  }

  get place(): { connection: string; epoch: number } {
    return { connection: this.#connection, epoch: this.#epoch };
  }

  /** The session connects, or connects again. */
  beginEpoch(): void {
    this.#epoch += 1;
  }

  /** The text without secrets. */
  clean(text: string): string {
    return this.#recorder.redaction.apply(text);
  }

  /** What the probe sets out to do. */
  act(act: RecordOf<'act'>['act'], rest: Partial<RecordOf<'act'>>): void {
    const connection = this.#connection;
    this.#recorder.add({ type: 'act', connection, user: this.#user, act, ...rest });
  }

  /** What a load says; field by field, because it says it thousands of times a second. */
  noteSaid({ intent, expects, calls }: Wording['act'], key: string): void {
    const [connection, user] = [this.#connection, this.#user];
    this.#recorder.add({ type: 'act', connection, user, act: 'chat', intent, expects, calls, key });
  }

  /** An HTTP exchange, with what its journey knows of it. */
  noteHttp(exchange: HttpExchange, facts: Partial<RecordOf<'http'>>): void {
    this.#recorder.add({
      type: 'http',
      user: this.#user,
      method: exchange.method,
      path: exchange.path,
      status: exchange.status,
      duration_ms: exchange.durationMs,
      body: this.clean(exchange.body),
      ...facts,
    });
  }

  /** What a counting tool says, beside what it must have counted. */
  noteEffect(effect: Omit<RecordOf<'effect'>, Stamp | 'user'>): void {
    this.#recorder.add({ type: 'effect', user: this.#user, ...effect });
  }

  /** Whether the scripted model understood what it was asked; said once of each. */
  hearModel({ kind, text }: CanonicalEvent, misunderstood?: (answer: string) => boolean): void {
    if (misunderstood === undefined || kind !== 'agent_completed') return;
    const notice = misunderstood(text ?? '') ? 'model-drift' : 'model-match';
    if (this.#modelNotices.includes(notice)) return;
    this.#modelNotices += `${notice} `;
    this.#recorder.add({ type: 'harness', notice });
  }

  /** How a connection or a stream of this epoch ended. */
  noteEnding(ending: LinkEnding, epoch: number): void {
    const reason = ending.reason === undefined ? {} : { reason: this.clean(ending.reason) };
    this.#recorder.add({ type: 'close', ...this.place, epoch, ...ending, ...reason });
  }

  /** How an upgrade was answered; one that we broke off is closed at once. */
  noteOpening(
    opening: LinkOpening,
    { credential, via }: { credential: Credential | undefined; via: RecordOf<'open'>['via'] },
  ): void {
    const { offeredProtocols, offeredExtensions, acceptValid, aborted, ...rest } = opening;
    this.#recorder.add({
      type: 'open',
      ...this.place,
      user: this.#user,
      ...rest,
      ...(credential === undefined ? {} : { credential }),
      ...(via === undefined ? {} : { via }),
      ...(offeredProtocols === undefined
        ? {}
        : { offered_protocols: offeredProtocols.map((name) => this.clean(name)) }),
      ...(offeredExtensions === undefined ? {} : { offered_extensions: offeredExtensions }),
      ...(acceptValid === undefined ? {} : { accept_valid: acceptValid }),
    });
    if (aborted === undefined) return;
    this.#recorder.add({ type: 'close', ...this.place, cause: 'probe', detail: aborted });
  }
}
