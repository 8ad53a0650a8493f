import type { Measurement } from '../../contract/measurement.ts';
import { isTerminalKind } from '../../contract/event-kind.ts';
import type { HistoryRecord } from '../../contract/history.ts';
import { describeHistory } from '../../probe/describe-history.ts';
import { LiveSink } from '../../probe/recorder/live-sink.ts';
import { Recorder } from '../../probe/recorder/recorder.ts';
import type { RecordSink } from '../../probe/recorder/sink.ts';
import type { Session } from '../../probe/session.ts';
import type { Intent } from '../../targets/profile.ts';
import type { Target } from '../../targets/target.ts';
import { LatencyHistogram } from '../latency/latency-histogram.ts';
import { openSessions } from '../load/open-sessions.ts';
import { describeWrongAnswers } from '../load/wrong-answers.ts';
import { distrust } from '../watch/find-bottleneck.ts';
import { findDeparture } from '../watch/find-departure.ts';

export interface DeliveryOptions {
  readonly seed: string;
  /** Sessions that ask at once (10). */
  readonly sessions?: number;
  /** Long answers each of them asks for, one after the other (3). */
  readonly answers?: number;
  /** Pieces of each answer (200). */
  readonly pieces?: number;
}

/** Counts events of runs, and the time from the first to the last of them. */
class EventCounter implements RecordSink {
  events = 0;
  ended = 0;
  #first = Number.NaN;
  #last = Number.NaN;

  get seconds(): number {
    return (this.#last - this.#first) / 1000;
  }

  begin(): void {}

  record(record: HistoryRecord): void {
    if (record.type !== 'frame' || record.direction !== 'received') return;
    for (const event of record.events) {
      if (event.run === undefined || event.derived_from !== undefined) continue;
      this.events += 1;
      if (Number.isNaN(this.#first)) this.#first = record.at;
      this.#last = record.at;
      if (isTerminalKind(event.kind)) this.ended += 1;
    }
  }

  end(): void {}
}

async function askAll(
  sessions: readonly Session[],
  intents: readonly Intent[],
  { seed, answers }: { seed: string; answers: number },
): Promise<void> {
  await Promise.all(
    sessions.map(async (session) => {
      for (let nth = 0; nth < answers; nth += 1) {
        const run = await session.chat(intents, { key: `${seed}-${session.connection}-${nth}` });
        await run?.terminal;
      }
    }),
  );
}

const named = {
  id: 'delivery.events',
  title: 'events of long answers delivered and judged',
  unit: 'per-second',
} as const;

/**
 * How fast a target delivers when it has much to say: several sessions ask for long answers as fast as they come.
 *
 * @returns `delivery.events` (per second, over all sessions) and `delivery.unfinished` (answers without an end, limit 0; a failed
 *   MUST check over the same history fails it too). `not-applicable` when the target cannot be asked for a long answer,
 *   both `unknown` when it went away on the way.
 * @throws {HarnessError} TARGET_UNREACHABLE or TARGET_LOGIN_REFUSED.
 */
export async function measureDelivery(
  target: Target,
  { seed, sessions: count = 10, answers = 3, pieces = 200 }: DeliveryOptions,
): Promise<Measurement[]> {
  const intents: readonly Intent[] = [{ kind: 'long', pieces }];
  if (target.profile.intents.phrase(intents) === undefined) {
    const reason = 'the target cannot be asked for a long answer';
    return [{ ...named, value: 0, n: 0, verdict: 'not-applicable', reason }];
  }
  const counter = new EventCounter();
  const judge = new LiveSink();
  const handshakes = new LatencyHistogram();
  const recorder = new Recorder(describeHistory(target, 'delivery', seed), [counter, judge]);
  try {
    const sessions = await openSessions(target, count, recorder, { name: seed, handshakes });
    await askAll(sessions, intents, { seed, answers });
    recorder.add({ type: 'end', reason: 'complete' });
    for (const session of sessions) session.close();
    const wrong = describeWrongAnswers(judge.results());
    const unfinished = count * answers - counter.ended;
    const isBroken = unfinished > 0 || wrong !== undefined;
    const measured = counter.events > 1 && counter.seconds > 0;
    const measurements: Measurement[] = [
      {
        ...named,
        value: measured ? counter.events / counter.seconds : 0,
        n: counter.events,
        verdict: measured ? 'not-applicable' : 'unknown',
        reason: measured ? 'no limit is set' : 'nothing was measured',
      },
      {
        id: 'delivery.unfinished',
        title: 'long answers without an end',
        unit: 'count',
        value: unfinished,
        n: count * answers,
        limit: 0,
        verdict: isBroken ? 'fail' : 'pass',
        ...(wrong === undefined ? {} : { reason: wrong }),
      },
    ];
    return distrust(measurements, isBroken ? await findDeparture(target) : undefined);
  } finally {
    recorder.close();
    handshakes.destroy();
  }
}
