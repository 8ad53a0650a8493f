import {
  oddTopics,
  type CheckContext,
  type CheckDeclaration,
  type OddTopic,
  type Topic,
} from '../../contract/check.ts';
import { eventKinds } from '../../contract/event-kind.ts';
import type { FrameRecord, HistoryRecord } from '../../contract/history.ts';
import { Audience } from './audience.ts';
import { Seat } from './seat.ts';

const recordTypes: readonly HistoryRecord['type'][] = [
  'open',
  'frame',
  'close',
  'http',
  'plant',
  'act',
  'beat',
  'effect',
  'harness',
  'end',
];

/** Which checks hear what, worked out once, so that each record reaches only those that care. */
export class DispatchTable {
  readonly seats: readonly Seat[];
  readonly #records: ReadonlyMap<HistoryRecord['type'], Audience>;
  readonly #kinds: readonly Audience[];
  readonly odd: Readonly<Record<OddTopic, Audience>>;
  readonly #sent: Audience;
  readonly #received: Audience;

  constructor(checks: readonly CheckDeclaration[], context: CheckContext) {
    this.seats = checks.map((check) => new Seat(check, context));
    this.#records = new Map(recordTypes.map((type) => [type, this.#hearing(type)]));
    this.#kinds = eventKinds.map((kind) => this.#hearing('event', kind));
    const odd = oddTopics.map((topic) => [topic, this.#hearing(topic)] as const);
    this.#sent = this.#hearing('sent');
    this.#received = this.#hearing('received');
    this.odd = Object.fromEntries(odd) as Record<OddTopic, Audience>;
  }

  ofRecord(type: HistoryRecord['type']): Audience | undefined {
    return this.#records.get(type);
  }

  /** By the index of the kind. */
  ofKind(index: number): Audience | undefined {
    return this.#kinds[index];
  }

  ofDirection(direction: FrameRecord['direction']): Audience {
    return direction === 'sent' ? this.#sent : this.#received;
  }

  #hearing(...topics: Topic[]): Audience {
    return new Audience(
      this.seats.filter(
        ({ fold, check }) =>
          fold !== undefined && topics.some((topic) => check.hears.includes(topic)),
      ),
    );
  }
}
