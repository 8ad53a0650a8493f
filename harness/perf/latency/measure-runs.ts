import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import { isTerminalKind } from '../../contract/event-kind.ts';
import type { History } from '../../contract/history.ts';
import type { Measurement } from '../../contract/measurement.ts';
import { LatencyHistogram } from './latency-histogram.ts';
import { measureLatency } from './measure-latency.ts';

/** When each message was sent and what its run then did, in milliseconds of the monotonic clock. */
interface Span {
  readonly sent: number;
  first?: number;
  terminal?: number;
}

/**
 * First event and whole run of every message in these histories, from the moment the probe set out to send it.
 * Limits are the budgets the target promised.
 *
 * @returns `run.first-event.p50|p95|p99` and `run.whole.p50|p95|p99`, in ms.
 */
export function measureRuns(histories: readonly History[]): Measurement[] {
  const first = new LatencyHistogram();
  const whole = new LatencyHistogram();
  try {
    for (const span of histories.flatMap(readSpans)) {
      if (span.first !== undefined) first.record(span.first - span.sent);
      if (span.terminal !== undefined) whole.record(span.terminal - span.sent);
    }
    const budgets = histories[0]?.header.promises.budgets ?? {};
    return [
      ...measureLatency({ id: 'run.first-event', title: 'message to first event' }, first, {
        p95: budgets.first_event_ms,
      }),
      ...measureLatency({ id: 'run.whole', title: 'message to the end of its run' }, whole, {
        p95: budgets.run_ms,
      }),
    ];
  } finally {
    first.destroy();
    whole.destroy();
  }
}

function readSpans(history: History): Span[] {
  const byKey = new Map<string, Span>();
  const byRun = new Map<string, Span>();
  for (const record of history.records) {
    if (record.type === 'act' && record.act === 'chat' && record.key !== undefined) {
      byKey.set(record.key, { sent: record.at });
    }
    if (record.type !== 'frame' || record.direction !== 'received') continue;
    for (const event of record.events) note(event, record.at, byKey, byRun);
  }
  return [...byKey.values()];
}

function note(
  event: CanonicalEvent,
  at: number,
  byKey: ReadonlyMap<string, Span>,
  byRun: Map<string, Span>,
): void {
  if (event.derived_from !== undefined || event.run === undefined) return;
  if (event.kind === 'message_accepted') {
    const span = event.key === undefined ? undefined : byKey.get(event.key);
    if (span !== undefined) byRun.set(event.run, span);
    return;
  }
  const span = byRun.get(event.run);
  if (span === undefined) return;
  span.first ??= at;
  if (isTerminalKind(event.kind)) span.terminal ??= at;
}
