import {
  cutShort,
  findBrowser,
  handOver,
  leaveOut,
  measurePageLeak,
  PageView,
  payForRun,
  referencePage,
  type Measurement,
  type Target,
} from 'golden-path';
import { expect, type Page } from 'playwright/test';
import { test } from './fixtures.ts';

/** A trace keeps the elements that it took pictures of. */
test.use({ trace: 'off' });

/** What is measured, after three rounds that are not. */
const rounds = 10;

/** The browser decides when it forgets: a collection that comes late looks like growth once, a leak does always. */
const attempts = 3;

const isGreen = ({ verdict }: Measurement): boolean => verdict === 'pass';

/** One person who opens the same thread again and again, says something there and leaves it. */
function visitor(target: Target) {
  const { url, users, page: profile = referencePage, profile: spoken } = target;
  const user = users.at(-1);
  const thread = `thread-${Date.now().toString(36)}`;
  let said = 0;
  const say = async (page: Page, text: string): Promise<void> => {
    await payForRun(target);
    const view = new PageView(page, profile);
    await view.box.fill(spoken.intents.phrase([{ kind: 'echo', text }]) ?? text);
    await view.sendButton.click();
    await view.answerIn(view.exchanges(text)).filter({ hasText: text }).waitFor();
  };
  return {
    url: new URL(profile.url, `${url}/`).href,
    async enter(page: Page): Promise<void> {
      const view = new PageView(page, profile);
      await view.userField.fill(user?.email ?? '');
      await view.passwordField.fill(user?.password ?? '');
      await view.logInButton.click();
      await view.box.waitFor();
      await say(page, thread);
      await view.newThreadButton.click();
    },
    async round(page: Page): Promise<void> {
      const view = new PageView(page, profile);
      said += 1;
      await view.threadEntries(thread).first().click();
      await view.exchanges(thread).first().waitFor();
      await say(page, `round-${said}-of-${thread}`);
      await view.newThreadButton.click();
      await view.exchanges(thread).first().waitFor({ state: 'detached' });
    },
  };
}

test('a page that is used all day keeps nothing of what it left', async ({
  stage,
  launchOptions,
}, testInfo) => {
  const { threads, newThread } = stage.target.page ?? referencePage;
  if (threads === false || newThread === false) {
    leaveOut(testInfo, 'a round has to end where it began, and this page cannot leave a thread');
  }
  const executablePath = findBrowser()?.path ?? 'no browser was found';
  const options = { executablePath, browserArguments: launchOptions.args ?? [], rounds };
  let measurements: Measurement[] = [];
  try {
    for (let nth = 1; nth <= attempts && (nth === 1 || !measurements.every(isGreen)); nth += 1) {
      measurements = await measurePageLeak({ ...visitor(stage.target), ...options });
    }
  } catch (error) {
    cutShort(testInfo, error);
    throw error;
  }
  await handOver(testInfo, {
    covers: ['W10'],
    value: {
      segment: 'everyone who keeps the page open from morning to night',
      goal: 'have it as fast in the evening',
      impact: 'the tab grows until the browser kills it, with a half-written message in it',
    },
    measurements,
  });
  expect(measurements).toHaveLength(3);
  expect(measurements.filter((measurement) => !isGreen(measurement))).toEqual([]);
});
