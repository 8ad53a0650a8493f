import type { PendingChat, SequenceLine } from '../../contract/check.ts';
import type { RecordOf } from '../../contract/history.ts';
import { Deliveries } from './deliveries.ts';
import type { Queued } from './recent.ts';
import { emptyLine } from './sequence-line.ts';

/** One logical client: it keeps its id when it drops and comes back. */
export class ConnectionTrack implements Queued {
  readonly id: string;
  place = -1;
  user: string | undefined = undefined;
  /** What the target calls this user, from its greeting. */
  identity: string | undefined = undefined;
  epoch = 0;
  /** Set while it is closed. */
  closed: RecordOf<'close'> | undefined = undefined;
  /** Chats that no run has answered yet, oldest first. */
  readonly pending: PendingChat[] = [];
  /** Chats that were taken off `pending` by an answer that did not say whom it answers. */
  readonly guessed: RecordOf<'act'>[] = [];
  /** Ids of runs first seen here that are not let go yet. */
  readonly runs = new Set<string>();
  /** Record number of the latest frame received. */
  latest: number | undefined = undefined;
  deliveries = new Deliveries();
  line: SequenceLine = emptyLine();
  readonly memory: unknown[] = [];
  #turn: string | undefined = undefined;

  constructor(id: string) {
    this.id = id;
  }

  /** Where each turn counts anew: turns follow one another on a connection, and never interleave. */
  enterTurn(turn: string | undefined): void {
    if (turn === undefined || turn === this.#turn) return;
    this.#turn = turn;
    this.forgetNumbers();
  }

  forgetNumbers(): void {
    this.deliveries = new Deliveries();
    this.line = emptyLine();
  }
}
