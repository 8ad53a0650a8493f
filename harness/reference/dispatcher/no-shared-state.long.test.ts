import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { resolveLimits } from './limits/dispatcher-limits.ts';
import { gatherCrowd } from './testing/crowd/crowd.ts';
import { ToolRegistry } from './tool/tool-registry.ts';

const script = new URL('testing/crowd/shared-objects.ts', import.meta.url).pathname;

async function findShared(...values: string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...values]);
  return JSON.parse(stdout);
}

/** What one factory owns: its frozen tools, limits and permissions of nobody, its count of running calls and its timers. */
const ofTheFactory = { ToolRegistry: 1, Object: 2, Array: 1, UserSlots: 1, DeadlineWatch: 1 };

it('keeps 10,000 dispatchers of 1,000 users apart: no object is shared but what the factory owns', async () => {
  expect(await findShared('10000', '1000')).toEqual({
    alive: 10_000,
    found: 10_000,
    shared: ofTheFactory,
  });
});

it('would find an object that is shared', async () => {
  expect(await findShared('20', '10', 'one-sink')).toMatchObject({
    shared: { RecordingSink: 1 },
  });
});

it('shares nothing but what is frozen', () => {
  const limits = resolveLimits();
  expect(Object.isFrozen(new ToolRegistry([]))).toBe(true);
  expect(Object.isFrozen(limits)).toBe(true);
  expect(Object.isFrozen(limits.concurrencyClasses)).toBe(true);
});

it('gives each user the events, tools and counts of their own calls only', async () => {
  const members = await gatherCrowd(10_000, 1_000);
  const strangers = members.filter(({ dispatcher, sink }, number) => {
    const { userId, runId } = dispatcher.context;
    const foreignEvent = sink.drafts.some(
      (draft) =>
        draft.user_id !== userId ||
        draft.run_id !== runId ||
        (draft.type === 'tool_completed' && draft.payload.result !== `of ${userId}`),
    );
    const ownTools = dispatcher.listTools().join() === `echo,own-${number}`;
    return foreignEvent || !ownTools || dispatcher.metrics().completed !== 2;
  });
  expect(strangers).toEqual([]);
  expect(members.flatMap(({ sink }) => sink.drafts)).toHaveLength(40_000);
});
