import type { CheckContext, CheckDeclaration, CheckFold } from '../../contract/check.ts';
import { runKinds } from '../../contract/event-kind.ts';
import { Latency } from './latency.ts';
import { latencyValue } from './value.ts';

/**
 * The server's clock and ours differ by an unknown constant, so each delivery is timed against the fastest one of its
 * connection. Only the monotonic time of receipt is used: a step of the wall clock changes nothing.
 */
export const latKind: CheckDeclaration = {
  id: 'LAT-KIND',
  level: 'MUST',
  title: 'no event is held back',
  requirement:
    'From its server time to its receipt an event takes no more than the budget at the 95th percentile.',
  reason: 'An event that waits in a queue arrives when what it announces is long over.',
  value: latencyValue,
  scope: 'view',
  hears: [...runKinds, 'harness'],
  provenBy: ['F30'],
  leftGreenBy: ['K02', 'K14'],
  applies: ({ budgets }) =>
    budgets.delivery_ms !== undefined || 'the target promises no time of delivery',
  open,
};

function open(context: CheckContext): CheckFold {
  const limit = context.promises.budgets.delivery_ms ?? Infinity;
  const latency = new Latency({ id: 'LAT-KIND', title: latKind.title, what: 'An event', limit });
  const fastestOn = context.perConnection((): { ms: number; n: number } => ({
    ms: Infinity,
    n: -1,
  }));
  return {
    step(record, event) {
      if (record.type === 'harness' && record.notice === 'lag') latency.lagged(record.ms ?? 0);
      if (record.type !== 'frame' || event?.clock === undefined) return;
      if (event.replay === true || event.derived_from !== undefined) return;
      const fastest = fastestOn(record.connection);
      const delay = record.at - event.clock;
      if (delay < fastest.ms) {
        fastest.ms = delay;
        fastest.n = record.n;
      }
      if (latency.add(delay - fastest.ms)) {
        latency.blame([fastest.n, record.n], `${event.kind} in record ${record.n}`);
      }
    },
    end: () => latency.outcome(),
  };
}
