import type { History } from '../../contract/history.ts';
import type { Measurement } from '../../contract/measurement.ts';
import { TurnMeter } from '../load/turn-meter.ts';
import { measureLatency } from './measure-latency.ts';

/**
 * First event and whole run of every message in these histories, from the moment the probe set out to send it, by the meter of a load.
 * Limits are the budgets the target promised.
 *
 * @returns `run.first-event.p50|p95|p99` and `run.whole.p50|p95|p99`, in ms.
 */
export function measureRuns(histories: readonly History[]): Measurement[] {
  const meter = new TurnMeter();
  try {
    for (const { records } of histories) {
      for (const record of records) {
        if (record.type === 'act' && record.act === 'chat' && record.key !== undefined) {
          meter.announce(record.key, record.connection ?? '', 0);
        }
        meter.record(record);
      }
    }
    const { 'first-event': first, run: whole } = meter.latencies;
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
    for (const histogram of Object.values(meter.latencies)) histogram.destroy();
  }
}
