import type { CallTrack, PriorDelivery, RunTrack, SequenceLine } from '../../contract/check.ts';
import type { Outcome } from '../../contract/canonical-event.ts';
import { eventKinds, type EventKind } from '../../contract/event-kind.ts';
import type { RecordOf } from '../../contract/history.ts';
import type { ConnectionTrack } from './connection-track.ts';
import { kindEntry } from './kind-table.ts';
import { Deliveries } from './deliveries.ts';
import type { Queued } from './recent.ts';

/** Shared by runs that have called nothing yet; never written to. */
export const noCalls: Map<string, CallTrack> = new Map();

const never = -1;
const nothingYet: readonly number[] = eventKinds.map(() => never);

/** A run as one connection sees it. A class, because all of them share one shape and the judge reads it per event. */
export class RunView implements RunTrack {
  readonly id: string;
  readonly connection: string;
  readonly track: ConnectionTrack;
  readonly user: string | undefined;
  readonly identity: string | undefined;
  home = false;
  readonly reused: boolean;
  asked: RecordOf<'act'> | undefined = undefined;
  /** The probe asked for what it missed, or the run went on by itself after a reconnect. */
  resumed = false;
  /** Its cancel was accepted. */
  stopping = false;
  thread: string | undefined = undefined;
  agent: string | undefined = undefined;
  readonly first: number;
  readonly firstAt: number;
  last: number;
  lastAt: number;
  lastKind: EventKind | undefined = undefined;
  events = 0;
  newKind = false;
  line: SequenceLine | undefined = undefined;
  epoch: number;
  cut: RecordOf<'close'> | undefined = undefined;
  start: number | undefined = undefined;
  terminal: number | undefined = undefined;
  terminalKind: EventKind | undefined = undefined;
  outcome: Outcome | undefined = undefined;
  calls: Map<string, CallTrack> = noCalls;
  call: CallTrack | undefined = undefined;
  prior: PriorDelivery | undefined = undefined;
  readonly deliveries = new Deliveries();
  readonly memory: unknown[] = [];
  /** Record number of the first event of each kind, by the index of the kind. */
  readonly #firsts: number[] = nothingYet.slice();

  constructor(id: string, track: ConnectionTrack, record: RecordOf<'frame'>, reused: boolean) {
    this.id = id;
    this.connection = record.connection;
    this.track = track;
    this.user = track.user;
    this.identity = track.identity;
    this.reused = reused;
    this.first = record.n;
    this.firstAt = record.at;
    this.last = record.n;
    this.lastAt = record.at;
    this.epoch = record.epoch;
  }

  firstOf(kind: EventKind): number | undefined {
    const first = this.#firsts[kindEntry(kind).index] ?? never;
    return first === never ? undefined : first;
  }

  /** Whether it is the first event of this kind. */
  meetKind(index: number, n: number): boolean {
    if (this.#firsts[index] !== never) return false;
    this.#firsts[index] = n;
    return true;
  }
}

/** Everything known of one run id: how each connection sees it, and which of them asked for it. */
export interface RunEntry extends Queued {
  readonly id: string;
  home: RunView | undefined;
  readonly views: RunView[];
}
