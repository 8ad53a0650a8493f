import type { HistoryRecord, RecordOf } from '../../contract/history.ts';

/**
 * Clients that stopped reading, and the ends that their connections came to: a target has to let them go, whatever they
 * wait for. What they read later was buffered and wakes nobody; whoever asks again, or connects again, is awake.
 */
export class Sleepers {
  readonly #asleep = new Set<string>();
  /** Record numbers of the closes. */
  readonly #letGo = new Set<number>();

  hear(record: HistoryRecord): void {
    if (record.type === 'close') {
      if (this.#asleep.has(record.connection)) this.#letGo.add(record.n);
    } else if (record.type === 'open') {
      this.#asleep.delete(record.connection);
    } else if (record.type === 'act' && record.connection !== undefined) {
      if (record.act === 'stop-reading') this.#asleep.add(record.connection);
      else if (record.act === 'chat') this.#asleep.delete(record.connection);
    }
  }

  /** Whether a client was let go in its sleep by this close. */
  excuse(close: RecordOf<'close'> | undefined): boolean {
    return close !== undefined && this.#letGo.has(close.n);
  }
}
