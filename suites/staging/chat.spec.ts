import { unmet } from 'golden-path';
import { expect } from 'playwright/test';
import { test } from './fixtures.ts';
import { tell } from './tell.ts';

const criticalKinds = [
  'agent_started',
  'agent_thinking',
  'tool_executing',
  'tool_completed',
  'agent_completed',
] as const;

test('a person logs in at the page, asks, sees the agent work and gets the answer', async ({
  stage,
}, testInfo) => {
  const shown: string[] = [];
  const offered: string[] = [];
  const seen = await stage.observe('chat', async (visit) => {
    const ada = await visit.enter();
    const { answer, canary } = await ada.say({ kind: 'slow', milliseconds: 50 });
    await ada.lane.settled();
    await expect(answer).toContainText(canary);
    offered.push(...ada.signs.map(({ kind }) => kind));
    const firsts = await Promise.all(
      ada.signs.map(async ({ kind, isShown }) => ({ kind, at: await ada.firstShown(isShown) })),
    );
    const found = firsts.filter(({ at }) => at !== undefined);
    shown.push(
      ...found
        .toSorted((left, right) => Number(left.at) - Number(right.at))
        .map(({ kind }) => kind),
    );
  });
  await tell(testInfo, seen, {
    covers: ['J1', 'J3', 'W8', 'E13'],
    value: {
      segment: 'everyone who chats',
      goal: 'ask a question at the page and get its answer',
      impact: 'the product does not exist for a person who cannot do this',
    },
  });
  const required = [
    'LIFE-START',
    'LIFE-THINK',
    'LIFE-TERM',
    'PAIR-OPEN',
    'PAIR-ORPHAN',
    'ORD-PO',
    'SCH-FIELD',
  ];
  expect(unmet(seen.checks, required)).toEqual([]);
  const events = new Set(
    seen.history.records.flatMap((record) =>
      record.type === 'frame' ? record.events.map(({ kind }) => kind as string) : [],
    ),
  );
  expect(criticalKinds.filter((kind) => !events.has(kind))).toEqual([]);
  // In the order of their first appearance: what the page shows is what came, and when it came.
  expect(shown).toEqual(criticalKinds.filter((kind) => offered.includes(kind)));
});
