import { setTimeout as pause } from 'node:timers/promises';
import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import type { ChatRun } from '../../probe/chat.ts';
import type { Crew } from '../../probe/journeys/journey.ts';
import type { Session } from '../../probe/session.ts';
import type { Intent } from '../../targets/profile.ts';

/** How long the tool of a run works, in ms: long enough to be in flight when a switch is ordered. */
const slowMs = 200;
/** How long a client goes on trying to come back while a phase gives way to another, in ms. */
const patienceMs = 30_000;
const retryMs = 100;
/** How often a client comes back for one run, or sends one message. */
const tries = 4;

/** A time a target greeted somebody, in ms since the traffic began. */
export interface Greeting {
  readonly at: number;
  readonly build: string | undefined;
}

/**
 * People who chat without a pause while what answers is switched: as good clients do, they come back when they are
 * disconnected, pick up the run they were in, and send again, with the same key, what was never accepted.
 */
export class Traffic {
  /** Runs that were accepted and have not ended. */
  readonly open: Set<string> = new Set();
  /** All runs that were accepted, in their order. */
  readonly runs: string[] = [];
  readonly greetings: Greeting[] = [];
  /** What never went through at all, with the time: messages nobody accepted, people who could not come back. */
  readonly stranded: { readonly at: number; readonly what: string }[] = [];
  readonly #crew: Crew;
  readonly #zero = performance.now();
  readonly #eraOf = new Map<Session, number>();
  readonly #turns = new Map<Session, number>();
  readonly #waiters = new Set<() => void>();
  #era = 0;
  #stopped = false;

  constructor(crew: Crew) {
    this.#crew = crew;
  }

  get now(): number {
    return Math.round(performance.now() - this.#zero);
  }

  /** Everybody chats until `stop`. Rejects when they cannot even enter. */
  async run(): Promise<void> {
    const { sessions } = this.#crew;
    await Promise.all(sessions.map((session) => session.login()));
    await Promise.all(
      sessions.map(async (session) => {
        await this.#connect(session);
        this.#eraOf.set(session, this.#era);
        await this.#chatOn(session);
      }),
    );
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Resolves with whether runs of at least half of the people are in flight, at the latest after `ms`. */
  busy(ms: number): Promise<boolean> {
    return this.#until(() => this.open.size * 2 >= this.#crew.sessions.length, ms);
  }

  /** Asks everybody to connect anew after their run; resolves with whether each of them then got a run done. */
  renew(ms: number): Promise<boolean> {
    this.#era += 1;
    this.#turns.clear();
    const { sessions } = this.#crew;
    return this.#until(() => sessions.every((session) => (this.#turns.get(session) ?? 0) > 0), ms);
  }

  async #until(isDone: () => boolean, ms: number): Promise<boolean> {
    if (isDone()) return true;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const look = (): void => {
      if (isDone()) resolve(true);
    };
    const timer = setTimeout(() => resolve(false), ms);
    this.#waiters.add(look);
    return promise.finally(() => {
      clearTimeout(timer);
      this.#waiters.delete(look);
    });
  }

  #changed(): void {
    for (const look of this.#waiters) look();
  }

  async #chatOn(session: Session): Promise<void> {
    for (let turn = 1; !this.#stopped; turn += 1) {
      const era = this.#era;
      if (!session.connected || this.#eraOf.get(session) !== era) {
        await leave(session);
        if (!(await this.#comeBack(session))) return;
        this.#eraOf.set(session, era);
      }
      const ended = await this.#chat(session, this.#crew.key(session, `turn-${turn}`));
      if (ended && era === this.#era) {
        this.#turns.set(session, (this.#turns.get(session) ?? 0) + 1);
      }
      this.#changed();
    }
  }

  /** One message and its run; whether the run got to its end. */
  async #chat(session: Session, key: string): Promise<boolean> {
    const run = await this.#ask(session, key);
    if (run === undefined) {
      this.#strand(`the message ${key} was never accepted`);
      return false;
    }
    this.runs.push(run.run);
    this.open.add(run.run);
    this.#changed();
    const terminal = await this.#follow(session, run);
    this.open.delete(run.run);
    return terminal !== undefined;
  }

  async #ask(session: Session, key: string): Promise<ChatRun | undefined> {
    const text = this.#crew.canary(session, key);
    const wishes: readonly (readonly Intent[])[] = [
      [
        { kind: 'echo', text },
        { kind: 'slow', milliseconds: slowMs },
      ],
      [{ kind: 'plain', text }],
    ];
    const words = session.target.profile.intents;
    const wish = wishes.find((intents) => words.phrase(intents) !== undefined);
    if (wish === undefined) return undefined;
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      if (!session.connected && !(await this.#comeBack(session))) return undefined;
      const run = await session.chat(wish, { key, canaries: [text] });
      if (run === undefined) continue;
      // What the run has told somebody who was not there to hear it.
      if (attempt > 1) await session.resume(run.run);
      return run;
    }
    return undefined;
  }

  async #follow(session: Session, run: ChatRun): Promise<CanonicalEvent | undefined> {
    let terminal = await run.terminal;
    if (session.target.profile.intents.resume === undefined) return terminal;
    for (let attempt = 1; terminal === undefined && attempt < tries; attempt += 1) {
      if (!session.connected && !(await this.#comeBack(session))) return undefined;
      // Whoever answers now has never heard of this run.
      if ((await session.resume(run.run))?.kind === 'error') return undefined;
      terminal = await session.terminalOf(run.run);
    }
    return terminal;
  }

  #strand(what: string): void {
    this.stranded.push({ at: this.now, what });
  }

  /** Connects again, with a new login where the old one is not taken any more; whether that worked in time. */
  async #comeBack(session: Session): Promise<boolean> {
    const until = performance.now() + patienceMs;
    while (performance.now() < until) {
      try {
        if (await this.#connect(session)) return true;
        await session.login();
        if (await this.#connect(session)) return true;
      } catch (error) {
        if (!(error instanceof HarnessError) || error.exitCode !== 2) throw error;
      }
      if (this.#stopped) break;
      await pause(retryMs);
    }
    this.#strand(`${session.user.name} could not come back within ${patienceMs / 1000} s`);
    return false;
  }

  async #connect(session: Session): Promise<boolean> {
    const { upgrade_ms } = session.target.profile.promises.deadlines;
    const greeting = session.waitFor(({ kind }) => kind === 'connection_established', upgrade_ms);
    const connected = await session.connect();
    if (connected) {
      void greeting.then((event) => {
        this.greetings.push({ at: this.now, build: event?.build });
        this.#changed();
      });
    }
    return connected;
  }
}

/** Closes the connection and waits until it is closed: on a line that is about to close, the next run would be told too. */
async function leave(session: Session): Promise<void> {
  if (!session.connected) return;
  const gone = session.waitFor(() => false, session.target.profile.promises.deadlines.pong_ms);
  session.close();
  await gone;
}
