import {
  handOver,
  openSuiteTarget,
  recordPages,
  unmet,
  judgeHistory,
  type Target,
} from 'golden-path';
import { expect, test } from 'playwright/test';

let target: Target;

test.beforeAll(async () => {
  target = await openSuiteTarget();
});
test.afterAll(() => target[Symbol.asyncDispose]());

const criticalKinds = [
  'agent_started',
  'agent_thinking',
  'tool_executing',
  'tool_completed',
  'agent_completed',
] as const;

test('a person logs in at the page, asks, sees the agent work and gets the answer', async ({
  page,
}, testInfo) => {
  const [user] = target.users;
  if (user === undefined) throw new Error('the target has no users');
  const recording = recordPages(target, [{ page, user: user.name }], { journey: 'page' });

  await page.goto(target.url);
  await page.getByLabel('Email').fill(user.email);
  await page.getByLabel('Password').fill(user.password);
  await page.getByRole('button', { name: 'Log in' }).click();

  const answer = `hello-${testInfo.workerIndex}-${Date.now().toString(36)}`;
  recording.expectRun(user.name, criticalKinds);
  await page.getByRole('textbox', { name: 'Message' }).fill(`echo ${answer} ; slow 50`);
  await page.getByRole('button', { name: 'Send' }).click();

  const exchange = page.getByRole('log', { name: 'Conversation' }).getByRole('article');
  await expect(exchange.getByRole('list', { name: 'Tool activity' })).toContainText('slow');
  await expect(exchange).toContainText('Done in');
  await expect(exchange).toContainText(answer);

  const history = recording.finish();
  const checks = judgeHistory(history);
  await handOver(testInfo, {
    covers: ['J1', 'W8', 'E13'],
    value: {
      segment: 'everyone who chats',
      goal: 'ask a question at the page and get its answer',
      impact: 'the product does not exist for a person who cannot do this',
    },
    checks,
  });
  const required = ['LIFE-START', 'LIFE-TERM', 'PAIR-OPEN', 'PAIR-ORPHAN', 'ORD-PO', 'SCH-FIELD'];
  expect(unmet(checks, required)).toEqual([]);
  const seen = new Set(
    history.records.flatMap((record) =>
      record.type === 'frame' ? record.events.map(({ kind }) => kind as string) : [],
    ),
  );
  expect(criticalKinds.filter((kind) => !seen.has(kind))).toEqual([]);
});
