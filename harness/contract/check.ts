import type { BusinessValue } from './business-value.ts';
import type { CanonicalEvent, Outcome } from './canonical-event.ts';
import type { EventKind } from './event-kind.ts';
import type { FrameRecord, HistoryRecord, RecordOf } from './history.ts';
import type { Measurement } from './measurement.ts';
import type { Promises } from './promises.ts';
import type { Verdict } from './verdict.ts';
import type { Evidence } from './witness.ts';

/** Events and frames that are odd in some way: most checks rest while nothing is. */
export const oddTopics = [
  /** Delivered again, and declared so; told under no other topic but `returned` and `guest`. */
  'repeat',
  /** Received after a reconnect. */
  'returned',
  /** Received on a connection that did not ask for the run. */
  'guest',
  /** Numbered, and not simply the next number of its line. */
  'leap',
  /** The first event of its run. */
  'first',
  /** Of a run without a start so far. */
  'unstarted',
  /** After the terminal of its run. */
  'late',
  /** After the cancel of its run was accepted. */
  'stopping',
  /** Carries a cursor. */
  'cursored',
  /** The projection found a problem in it, or it lacks an id that was promised. */
  'flawed',
  /** A received frame with a problem, without an event, or with one of unknown kind. */
  'strange',
] as const;
export type OddTopic = (typeof oddTopics)[number];

/**
 * What a check listens to: record types, frames by direction, kinds of received events, every received event
 * (`event`), or only what is odd.
 */
export type Topic =
  | HistoryRecord['type']
  | FrameRecord['direction']
  | EventKind
  | 'event'
  | OddTopic;

/** One tool call of a run: by its id, or by the order of calls of the same tool where the target gives none. */
export interface CallTrack {
  readonly id: string;
  tool: string | undefined;
  /** Record number of the first `tool_executing` and the first `tool_completed`. */
  executing: number | undefined;
  completed: number | undefined;
  executions: number;
  completions: number;
  outcome: Outcome | undefined;
  /** The server's own time of the first `tool_executing`, in epoch milliseconds. */
  clock: number | undefined;
}

/** An earlier delivery of an event, known by its sequence number, else by its id or cursor. */
export interface PriorDelivery {
  readonly n: number;
  readonly epoch: number;
  /** It said exactly the same. */
  readonly equal: boolean;
  /** It had the same number; else it is known by its name, and its number, if it has one, is another. */
  readonly byNumber: boolean;
}

/** How far the numbers of one scope have come, before the event that is being told. */
export interface SequenceLine {
  low: number | undefined;
  high: number | undefined;
  /** Different numbers seen so far. */
  distinct: number;
  /** Record number and reconnect count of the latest numbered event, and whether it was replayed. */
  last: number | undefined;
  epoch: number;
  replaying: boolean;
}

/** What a check keeps per run. `peek` does not create it. */
export interface RunMemory<State> {
  (run: RunTrack): State;
  peek(run: RunTrack): State | undefined;
}

/**
 * One run as one logical client sees it; kept by the judge and shared by all checks.
 * Two tabs that see the same run are two tracks, because they need not see the same events.
 */
export interface RunTrack {
  readonly id: string;
  readonly connection: string;
  /** Whose connection this is, and what the target calls them in its greeting. */
  readonly user: string | undefined;
  readonly identity: string | undefined;
  /** This connection asked for the run. Elsewhere, fewer kinds and a late start are legal. */
  readonly home: boolean;
  /** The id had belonged to a run that was closed before. */
  readonly reused: boolean;
  /** The message that started it, where the probe sent one. */
  asked: RecordOf<'act'> | undefined;
  /** The probe came back for the rest of it. */
  resumed: boolean;
  thread: string | undefined;
  /** Agent named by the first event: its completion ends the run when agents complete one by one. */
  agent: string | undefined;
  /** Record number and monotonic time of the first and the latest event. */
  readonly first: number;
  readonly firstAt: number;
  last: number;
  lastAt: number;
  lastKind: EventKind | undefined;
  /** Events of the run so far, without declared repetitions and without frames about it such as an acceptance. */
  events: number;
  /** The event that is being told is the first of its kind. */
  newKind: boolean;
  /** Record number of the first event of a kind, repetitions included. */
  firstOf(kind: EventKind): number | undefined;
  /** Sequence numbers of its scope, where the event carries one. */
  line: SequenceLine | undefined;
  /** Reconnect count of the connection at the latest event. */
  epoch: number;
  /** The end of its connection, or of its stream, after which nothing of it came and nobody asked for the rest. */
  cut: RecordOf<'close'> | undefined;
  /** Record number of the first `agent_started`, once there is one. */
  start: number | undefined;
  /** Record number of the terminal, once there is one. */
  terminal: number | undefined;
  terminalKind: EventKind | undefined;
  /** How the terminal says that the run ended. */
  outcome: Outcome | undefined;
  readonly calls: ReadonlyMap<string, CallTrack>;
  /** The call of the event that is being told. */
  call: CallTrack | undefined;
  /** An earlier delivery of the event that is being told. */
  prior: PriorDelivery | undefined;
  readonly memory: unknown[];
}

/** A message that nothing has answered yet. */
export interface PendingChat {
  readonly chat: RecordOf<'act'>;
  /** The end of the connection, or of the stream, that could have brought the answer. */
  cut: RecordOf<'close'> | undefined;
}

/**
 * How the watching of a run ended. `dropped`: our own side left and never came back.
 * `waited`: no terminal although the probe waited as long as promised. `unwatched`: it stopped looking earlier.
 */
export type Ending =
  | 'terminal'
  | 'closed-clean'
  | 'closed-dirty'
  | 'dropped'
  | 'waited'
  | 'unwatched';

/** Frames received; events in them; events of runs; events that carry a sequence number. */
export interface Heard {
  readonly frames: number;
  readonly events: number;
  readonly runEvents: number;
  readonly numbered: number;
}

export interface CheckContext {
  readonly promises: Promises;
  /** Gives each run its own state of this check; freed with the run, so that memory stays bounded by open runs. */
  perRun<State>(create: (run: RunTrack) => State): RunMemory<State>;
  /** Gives each connection its own state of this check; freed some time after it closed for good. */
  perConnection<State>(create: () => State): (connection: string) => State;
  /** Runs that were seen and are not closed yet. */
  openRuns(): Iterable<RunTrack>;
  /** The run of this id where it was asked for, else where it was seen first. */
  runOf(id: string): RunTrack | undefined;
  /** Whose connection this is. */
  userOf(connection: string): string | undefined;
  /** Messages sent that no run and no error has answered yet. */
  unansweredChats(): Iterable<PendingChat>;
  /** Meaningful once the run is let go (`closeRun`) or the history has ended. */
  endingOf(run: RunTrack): Ending;
  /** What was received so far, for checks that are only told what is odd. */
  heard(): Heard;
  /** Record number of the latest frame received on a connection. */
  latestOn(connection: string): number | undefined;
  /** The last record, once it was seen. */
  watchEnd(): RecordOf<'end'> | undefined;
}

/** A verdict before it is dressed up: what was met, what was broken. */
export interface CheckOutcome {
  readonly verdict: Verdict;
  /** How often the check met what it judges. 0 is `unknown`, never `pass`. */
  readonly exercised: number;
  /** What is wrong; beside a `pass` it is information only. */
  readonly evidence: readonly Evidence[];
  /** Failures that were counted but not kept. */
  readonly further?: number;
  /** Why the verdict is `unknown` or `not-applicable`. */
  readonly reason?: string;
  readonly counts?: Readonly<Record<string, number>>;
  readonly measured?: Measurement;
}

/** One pass over a history. The same fold judges live, under load and offline: no I/O, no clock, no network. */
export interface CheckFold {
  step(record: HistoryRecord, event: CanonicalEvent | undefined, run: RunTrack | undefined): void;
  /** The run is let go: some time after its terminal, or at the end. Absences are judged here. */
  closeRun?(run: RunTrack): void;
  end(): CheckOutcome;
}

/** A check, declared as data plus one function. */
export interface CheckDeclaration {
  readonly id: string;
  readonly level: 'MUST' | 'SHOULD';
  readonly title: string;
  /** The sentence a target is held to. */
  readonly requirement: string;
  /** Why the requirement exists. */
  readonly reason: string;
  readonly value: BusinessValue;
  /**
   * What it judges at a time. `run`: a run where it was asked for; events of that run on other connections are kept
   * away from it. `view`: a run on each connection that sees it.
   */
  readonly scope: 'run' | 'view' | 'connection' | 'history';
  readonly hears: readonly Topic[];
  /** Ids of the faults that turn it red; a check without one does not score. */
  readonly provenBy: readonly string[];
  /** Ids of the decoys that leave it green. */
  readonly leftGreenBy: readonly string[];
  /** `true`, or the reason why the promises leave this check out. */
  applies?(promises: Promises): true | string;
  open(context: CheckContext): CheckFold;
}
