import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import type { PendingChat, SequenceLine } from '../../contract/check.ts';
import type { FrameRecord, HistoryRecord, RecordOf } from '../../contract/history.ts';
import type { Promises } from '../../contract/promises.ts';
import { followCall } from './call-ledger.ts';
import { ClosedRuns } from './closed-runs.ts';
import { ConnectionTable } from './connection-table.ts';
import type { ConnectionTrack } from './connection-track.ts';
import { endsRun } from './ends-run.ts';
import { isRepeat } from './is-repeat.ts';
import type { KindEntry } from './kind-table.ts';
import { findPrior } from './prior-delivery.ts';
import { Recent } from './recent.ts';
import { RunView, type RunEntry } from './run-entry.ts';
import { advance, emptyLine } from './sequence-line.ts';

/** How many closed runs stay in memory: what comes later than that is no longer "just after". */
const keptClosed = 1_024;

/** Which runs there are, looked up once per event and shared by all checks. */
export class RunTracker {
  /** Whether the event followed last was a repetition that the target declared. */
  repeat = false;
  readonly heard = { frames: 0, events: 0, runEvents: 0, numbered: 0 };
  watchEnd: RecordOf<'end'> | undefined;
  readonly closedRuns: ClosedRuns = new ClosedRuns();
  readonly connections: ConnectionTable;
  readonly #promises: Promises;
  readonly #countsTurns: boolean;
  readonly #runs = new Map<string, RunEntry>();
  readonly #letGo: (run: RunView) => void;
  readonly #closed = new Recent<RunEntry>(keptClosed, (entry) => this.#release(entry));

  /** `letGo` hears of each view of a run when it is freed. */
  constructor(promises: Promises, letGo: (run: RunView) => void) {
    this.#promises = promises;
    this.#countsTurns = promises.sequence?.scope === 'turn';
    this.#letGo = letGo;
    this.connections = new ConnectionTable((connection) => {
      for (const id of connection.runs) {
        const entry = this.#runs.get(id);
        if (entry === undefined) continue;
        if (entry.home === undefined || entry.home.track === connection) this.#release(entry);
      }
    });
  }

  observe(record: HistoryRecord): void {
    if (record.type === 'frame') {
      if (record.direction === 'sent') return;
      this.heard.frames += 1;
      if (record.events.length === 0) this.connections.of(record.connection).latest = record.n;
    } else if (record.type === 'open') {
      this.connections.open(record, this.#promises.sequence?.resets_on === 'epoch');
    } else if (record.type === 'close') this.#cut(record);
    else if (record.type === 'act') this.#acted(record);
    else if (record.type === 'end') this.watchEnd = record;
  }

  runOf(id: string): RunView | undefined {
    const entry = this.#runs.get(id);
    return entry?.home ?? entry?.views[0];
  }

  /** The view of the run that the event belongs to, brought up to date; `undefined` for events without a run. */
  follow(record: FrameRecord, event: CanonicalEvent, kind: KindEntry): RunView | undefined {
    this.repeat = false;
    this.heard.events += 1;
    if (kind.ofRun) this.heard.runEvents += 1;
    if (event.seq !== undefined) this.heard.numbered += 1;
    if (event.run === undefined) {
      const connection = this.connections.of(record.connection);
      connection.latest = record.n;
      if (event.kind === 'connection_established') connection.identity = event.user;
      if (event.kind === 'error') this.connections.answer(connection, event.key);
      return undefined;
    }
    const known = this.#runs.get(event.run);
    const entry = known ?? this.#begin(event.run, record);
    const view = this.#viewOf(entry, record, event);
    const { track: connection } = view;
    connection.latest = record.n;
    if (this.#countsTurns) connection.enterTurn(event.turn);
    view.prior = findPrior(this.#promises, connection, view, record, event);
    view.line = this.#lineOf(view, connection, event);
    view.epoch = record.epoch;
    view.cut = undefined;
    if (event.kind === 'cancel_accepted') view.stopping = true;
    view.newKind = view.meetKind(kind.index, record.n);
    this.repeat = isRepeat(this.#promises, view, record, event);
    if (!this.repeat) this.#update(entry, view, record, event, kind);
    return view;
  }

  /** Call once all checks were told of the event followed last. */
  settle(view: RunView | undefined, record: FrameRecord, { seq, replay }: CanonicalEvent): void {
    if (view?.line === undefined || seq === undefined) return;
    advance(view.line, seq, record, {
      before: view.prior?.byNumber === true,
      replay: replay === true,
    });
  }

  *openRuns(): Iterable<RunView> {
    for (const { home } of this.#runs.values()) {
      if (home !== undefined && home.terminal === undefined) yield home;
    }
  }

  *unansweredChats(): Iterable<PendingChat> {
    for (const { pending } of this.connections.all()) yield* pending;
  }

  /** Lets go of everything that is still held. */
  finish(): void {
    for (const entry of this.#runs.values()) this.#release(entry);
  }

  #acted(record: RecordOf<'act'>): void {
    if (record.act === 'chat') this.connections.chat(record);
    if (record.act !== 'resume' || record.run === undefined) return;
    for (const view of this.#runs.get(record.run)?.views ?? []) {
      if (view.connection !== record.connection) continue;
      view.resumed = true;
      view.cut = undefined;
    }
  }

  /** Ends the runs that this connection, or this stream of it, could still have brought something of. */
  #cut(record: RecordOf<'close'>): void {
    this.connections.close(record);
    for (const id of this.connections.of(record.connection).runs) {
      for (const view of this.#runs.get(id)?.views ?? []) {
        if (view.connection !== record.connection || view.terminal !== undefined) continue;
        if (view.epoch === record.epoch || view.resumed) view.cut = record;
      }
    }
  }

  #begin(run: string, record: FrameRecord): RunEntry {
    const entry: RunEntry = { id: run, home: undefined, views: [], place: -1 };
    this.#runs.set(run, entry);
    this.connections.of(record.connection).runs.add(run);
    return entry;
  }

  #viewOf(entry: RunEntry, record: FrameRecord, event: CanonicalEvent): RunView {
    const { home } = entry;
    if (home !== undefined && home.connection === record.connection) {
      if (!this.#isReborn(home, event)) return home;
      this.#release(entry);
      return this.#viewOf(this.#begin(entry.id, record), record, event);
    }
    const connection = this.connections.of(record.connection);
    let view = entry.views.find((other) => other.connection === record.connection);
    if (view === undefined) {
      view = new RunView(entry.id, connection, record, this.closedRuns.has(entry.id));
      entry.views.push(view);
    }
    const oldReplay = view.reused && event.replay === true;
    if (home === undefined && !oldReplay && this.#asksHere(connection, event)) {
      entry.home = view;
      connection.runs.add(entry.id);
      view.home = true;
      view.asked = this.connections.answer(connection, event.key);
    }
    return view;
  }

  /** A start after the terminal begins a second life of the same id where a message asked for one. */
  #isReborn({ terminal, track }: RunView, event: CanonicalEvent): boolean {
    if (terminal === undefined || event.kind !== 'agent_started' || event.replay === true) {
      return false;
    }
    return track.pending.length > 0 && this.#promises.terminal.per === 'run';
  }

  /** A run is at home where somebody waits for one. While only others wait, it is a guest. */
  #asksHere(connection: ConnectionTrack, event: CanonicalEvent): boolean {
    const { identity } = connection;
    if (identity !== undefined && event.user !== undefined && event.user !== identity) return false;
    return connection.pending.length > 0 || this.connections.pending === 0;
  }

  #lineOf(
    view: RunView,
    connection: ConnectionTrack,
    event: CanonicalEvent,
  ): SequenceLine | undefined {
    const { sequence } = this.#promises;
    if (sequence === undefined || event.seq === undefined) return view.line;
    return sequence.scope === 'run' ? (view.line ?? emptyLine()) : connection.line;
  }

  #update(
    entry: RunEntry,
    view: RunView,
    record: FrameRecord,
    event: CanonicalEvent,
    kind: KindEntry,
  ): void {
    view.last = record.n;
    view.lastAt = record.at;
    view.lastKind = event.kind;
    if (kind.ofRun) view.events += 1;
    view.thread ??= event.thread;
    view.agent ??= event.agent;
    view.call = followCall(view, record, event);
    if (event.kind === 'agent_started') {
      view.start ??= record.n;
      if (this.#promises.terminal.per === 'turn') this.#reopen(entry, view);
    } else if (
      kind.terminal &&
      view.terminal === undefined &&
      endsRun(this.#promises, view, event)
    ) {
      view.terminal = record.n;
      view.terminalKind = event.kind;
      view.outcome = event.outcome;
      if (view.home) this.#closed.push(entry);
    }
  }

  #reopen(entry: RunEntry, view: RunView): void {
    view.terminal = undefined;
    view.terminalKind = undefined;
    view.outcome = undefined;
    this.#closed.delete(entry);
  }

  #release(entry: RunEntry): void {
    for (const view of entry.views) this.#letGo(view);
    this.#runs.delete(entry.id);
    this.#closed.delete(entry);
    for (const { track } of entry.views) track.runs.delete(entry.id);
    this.closedRuns.add(entry.id);
  }
}
