import { isRunKind, isTerminalKind, type EventKind } from '../../../contract/event-kind.ts';
import type { Holed } from '../without-holes.ts';
import type { SentFrame } from './read-sent.ts';

/** A message that was sent and that no run has answered yet. */
interface Asked {
  readonly key: string;
  /** As the client named the run, where it does. */
  readonly run: string | undefined;
  readonly thread: string | undefined;
  readonly n: number;
  readonly body: unknown;
}

interface Named {
  readonly run: string | undefined;
  readonly turn: string | undefined;
}

/**
 * Which run a frame belongs to. Many protocols name it once, or not at all, and some make it of several turns; a run
 * that nobody names is named by its first turn, or by the message that it answers.
 */
export class RunChain {
  readonly #turnsMakeRun: boolean;
  #namesRuns = false;
  #resumed = false;
  #asked: Asked | undefined;
  #run: string | undefined;
  #open = false;
  #failed = false;
  #firstTurn: string | undefined;
  #turn: string | undefined;
  #thread: string | undefined;
  #stopping: string | undefined;
  #results: { readonly call: string; readonly output: string; readonly n: number }[] = [];

  constructor(turnsMakeRun: boolean) {
    this.#turnsMakeRun = turnsMakeRun;
  }

  get thread(): string | undefined {
    return this.#thread;
  }

  /** What comes now was asked for by a resume. */
  get resumed(): boolean {
    return this.#resumed;
  }

  get turn(): string | undefined {
    return this.#turn;
  }

  /** The run that came last was ended by an error. */
  get hasFailed(): boolean {
    return !this.#open && this.#failed;
  }

  ask(asked: Asked): void {
    this.#asked = asked;
    this.#resumed = false;
    // A target that does not name its runs answers one message after the other: an end that is missing was lost.
    if (!this.#namesRuns) this.#open = false;
  }

  goOnWith(run: string, thread: string | undefined): void {
    this.#run = run;
    this.#resumed = true;
    this.#thread = thread;
    this.#open = true;
  }

  /** The run that is open now was asked to stop. */
  stop(): void {
    this.#stopping = this.#run;
  }

  noteResults(answered: SentFrame['answered'], n: number): void {
    this.#results.push(...answered.map((each) => ({ ...each, n })));
  }

  /** To be told of each frame first; gives what now is known to have been taken, though the target does not say it. */
  enter(kinds: readonly EventKind[], { run, turn }: Named): (Holed & { asked?: unknown })[] {
    if (!kinds.some((kind) => isRunKind(kind) || kind === 'message_accepted')) return [];
    if (turn !== undefined) this.#turn = turn;
    const derived: (Holed & { asked?: unknown })[] = [];
    if (run !== undefined) this.#namesRuns = true;
    const begins = this.#asked !== undefined && (!this.#open || (run ?? this.#run) !== this.#run);
    if (begins && !kinds.includes('message_accepted')) derived.push(this.#accept(run, turn));
    else if (begins) this.#open = true;
    else if (!this.#open && kinds.includes('agent_started')) this.#openUnasked(run, turn);
    if (run !== undefined) this.#run = run;
    if (kinds.includes('message_accepted')) this.#asked = undefined;
    for (const { call, output, n } of this.#results.splice(0)) {
      const answered: Holed = {
        kind: 'tool_completed',
        call,
        text: output,
        run: this.#run,
        derived_from: n,
      };
      derived.push({ ...answered, thread: this.#thread, turn: this.#turn });
    }
    return derived;
  }

  /** Nobody asked, or nobody told us. */
  #openUnasked(run: string | undefined, turn: string | undefined): void {
    this.#open = true;
    this.#firstTurn = turn;
    this.#run = run ?? turn ?? this.#run ?? 'unasked';
  }

  #accept(run: string | undefined, turn: string | undefined): Holed & { asked?: unknown } {
    const { key, thread, n, body, run: own } = this.#asked as Asked;
    this.#asked = undefined;
    this.#firstTurn = turn;
    this.#turn = turn;
    this.#thread = thread;
    this.#open = true;
    this.#run = run ?? own ?? turn ?? `answer to ${key}`;
    return { kind: 'message_accepted', run: this.#run, thread, key, derived_from: n, asked: body };
  }

  /** The run of an event: the one it names, else the one that is open or ended last. */
  runOf(named: string | undefined, kind: EventKind | undefined): string | undefined {
    if (named !== undefined) return named;
    // It may come late, when the next run has begun.
    if (kind === 'cancel_accepted') return this.#stopping;
    return kind === undefined || isRunKind(kind) ? this.#run : undefined;
  }

  /** A start of a later turn is no start of a run, and an end that leaves calls to the client is no end of it. */
  kindOf(kind: EventKind, turn: string | undefined, goesOn: boolean): EventKind {
    if (goesOn && isTerminalKind(kind)) return 'progress_update';
    const later = this.#turnsMakeRun && turn !== undefined && turn !== this.#firstTurn;
    return later && kind === 'agent_started' ? 'progress_update' : kind;
  }

  end(kind: EventKind): void {
    this.#open = false;
    this.#failed = kind === 'agent_error';
    this.#firstTurn = undefined;
  }
}
