import { onTestFinished, expect, test } from 'vitest';
import { judgeHistory } from '../checks/judge/judge-history.ts';
import { openEmbeddedTarget } from '../targets/embedded.ts';
import { goldenPath } from './journeys/golden-path.ts';
import { hasty } from './journeys/hasty.ts';
import { walk } from './walk.ts';

test('a connection is opened before anything comes over it, so that every greeting has a receiver', async () => {
  const target = await openEmbeddedTarget();
  onTestFinished(() => target[Symbol.asyncDispose]());
  const history = await walk(target, goldenPath, { users: 2, seed: 'greeted' });
  const first = new Map<string, string>();
  for (const record of history.records) {
    if (record.type !== 'open' && record.type !== 'frame') continue;
    if (!first.has(record.connection)) first.set(record.connection, record.type);
  }
  expect([...first.values()]).toEqual(['open', 'open']);
  const identity = judgeHistory(history).find(({ id }) => id === 'ISO-IDENTITY');
  expect([identity?.verdict, identity?.exercised]).toEqual(['pass', 2]);
});

test('the end of a run is never forgotten before anybody waits for it, however many run at a time', async () => {
  const target = await openEmbeddedTarget();
  onTestFinished(() => target[Symbol.asyncDispose]());
  const { records } = await walk(target, hasty, { users: 2, seed: 'hasty' });
  const terminal = records.findLast(
    (record) =>
      record.type === 'frame' && record.events.some(({ kind }) => kind === 'agent_completed'),
  );
  const end = records.findLast(({ type }) => type === 'end');
  const waitedMs = (end?.at ?? 0) - (terminal?.at ?? 0);
  expect(waitedMs).toBeLessThan(target.profile.promises.deadlines.terminal_ms);
});
