import { expect, it, onTestFinished } from 'vitest';
import type { History } from '../../contract/history.ts';
import { goldenPath } from '../../probe/journeys/golden-path.ts';
import { walk } from '../../probe/walk.ts';
import { openEmbeddedTarget } from '../../targets/embedded.ts';
import { measureRuns } from './measure-runs.ts';

/** As of a target that never says that it accepted a message: that much is derived from what was asked. */
const withoutWord = ({ header, records }: History): History => ({
  header,
  records: records.map((record) =>
    record.type === 'frame'
      ? {
          ...record,
          events: record.events.map((event) =>
            event.kind === 'message_accepted' ? { ...event, derived_from: 1 } : event,
          ),
        }
      : record,
  ),
});

it('measures each run from its message, whether or not the target said that it took it', async () => {
  const target = await openEmbeddedTarget();
  onTestFinished(() => target[Symbol.asyncDispose]());
  const history = await walk(target, goldenPath, { users: 2, seed: 'runs' });
  for (const told of [history, withoutWord(history)]) {
    const measurements = measureRuns([told, told]);
    expect(measurements.map(({ id, n }) => [id, n])).toEqual(
      ['first-event', 'whole'].flatMap((name) =>
        ['p50', 'p95', 'p99'].map((share) => [`run.${name}.${share}`, 8]),
      ),
    );
    expect(measurements[0]?.value).toBeLessThanOrEqual(measurements[3]?.value ?? 0);
  }
});
