import type { HistoryRecord } from '../../harness/contract/history.ts';
import type { RecordSink } from '../../harness/probe/recorder/sink.ts';

/** Counts events, and tells who waits that a turn of their connection has ended. */
export class TurnEnds implements RecordSink {
  events = 0;
  /** By connection, the oldest turn first. */
  readonly #waiting = new Map<string, (() => void)[]>();

  next(connection: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const others = this.#waiting.get(connection);
    if (others === undefined) this.#waiting.set(connection, [resolve]);
    else others.push(resolve);
    return promise;
  }

  begin(): void {}

  record(record: HistoryRecord): void {
    if (record.type !== 'frame' || record.direction === 'sent') return;
    this.events += 1;
    for (const { kind } of record.events) {
      if (kind === 'agent_completed') this.#waiting.get(record.connection)?.shift()?.();
    }
  }

  end(): void {}
}
