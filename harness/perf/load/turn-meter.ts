import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import { isTerminalKind } from '../../contract/event-kind.ts';
import type { HistoryRecord } from '../../contract/history.ts';
import type { RecordSink } from '../../probe/recorder/sink.ts';
import { LatencyHistogram } from '../latency/latency-histogram.ts';
import { loadLatencies, type LoadLatency } from './load-outcome.ts';

interface OpenTurn {
  readonly connection: string;
  readonly lateness: number;
  /** When it was meant to begin, in milliseconds of the history. */
  intendedAt: number;
  started: boolean;
  /** When each tool call was announced; most turns have few, and many none. */
  calls: Map<string, number> | undefined;
}

/** Measures turns from the records that go by, and keeps none of them. */
export class TurnMeter implements RecordSink {
  readonly latencies: Readonly<Record<LoadLatency, LatencyHistogram>>;
  events = 0;
  begun = 0;
  completed = 0;
  /** By the key of their message. */
  readonly #asked = new Map<string, OpenTurn>();
  /** By their run. */
  readonly #running = new Map<string, OpenTurn>();

  constructor() {
    const histograms = loadLatencies.map((name) => [name, new LatencyHistogram()]);
    this.latencies = Object.fromEntries(histograms) as Record<LoadLatency, LatencyHistogram>;
  }

  /** Announces that the turn with this key begins now on this connection, so many milliseconds after its time. */
  announce(key: string, connection: string, lateness: number): void {
    this.latencies.lateness.record(lateness);
    const turn = { connection, lateness, intendedAt: NaN, started: false, calls: undefined };
    this.#asked.set(key, turn);
  }

  /** The connection of each turn that was announced and has not ended. */
  *open(): Iterable<string> {
    for (const turns of [this.#running, this.#asked]) {
      for (const { connection } of turns.values()) yield connection;
    }
  }

  begin(): void {}

  record(record: HistoryRecord): void {
    if (record.type === 'frame') {
      if (record.direction === 'sent') return;
      for (const event of record.events) this.#follow(event, record.at);
    } else if (record.type === 'act' && record.act === 'chat' && record.key !== undefined) {
      this.begun += 1;
      const turn = this.#asked.get(record.key);
      if (turn !== undefined) turn.intendedAt = record.at - turn.lateness;
    }
  }

  end(): void {}

  #follow(event: CanonicalEvent, at: number): void {
    if (event.derived_from === undefined) this.events += 1;
    // Refused: nothing more will come of it.
    if (event.kind === 'error' && event.key !== undefined) this.#asked.delete(event.key);
    if (event.run === undefined) return;
    if (event.kind === 'message_accepted' && event.key !== undefined) {
      const asked = this.#asked.get(event.key);
      this.#asked.delete(event.key);
      if (asked !== undefined) this.#running.set(event.run, asked);
      return;
    }
    // Many targets never say that they accepted a message: that much may be derived, and nothing that is measured.
    if (event.derived_from !== undefined) return;
    const turn = this.#running.get(event.run);
    if (turn !== undefined) this.#measure(turn, event, event.run, at);
  }

  #measure(turn: OpenTurn, event: CanonicalEvent, run: string, at: number): void {
    if (!turn.started) this.latencies['first-event'].record(at - turn.intendedAt);
    turn.started = true;
    if (event.call !== undefined) this.#measureCall(turn, event, event.call, at);
    if (!isTerminalKind(event.kind)) return;
    this.latencies.run.record(at - turn.intendedAt);
    this.completed += 1;
    this.#running.delete(run);
  }

  #measureCall(turn: OpenTurn, event: CanonicalEvent, call: string, at: number): void {
    if (event.kind === 'tool_executing') (turn.calls ??= new Map()).set(call, at);
    if (event.kind !== 'tool_completed') return;
    const announced = turn.calls?.get(call);
    if (announced !== undefined) this.latencies.tool.record(at - announced);
  }
}
