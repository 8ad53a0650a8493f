import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../run/browser/find-browser.ts';
import { demoPassword } from '../../../contract/demo-users.ts';
import { startPlatform, type RunningPlatform } from '../start-platform.ts';
import { openCuttableProxy } from '../testing/cuttable-proxy.ts';
import { startPlatformProcess } from '../testing/start-platform-process.ts';

/** A browser on a busy machine takes its time. */
const patienceMs = 100_000;
let browser: Browser;
let platform: RunningPlatform;
const cleanups: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const found = findBrowser();
  if (found === undefined) throw new Error('this test needs a Chromium: npm test gets one');
  browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] });
  platform = await startPlatform({ demoUsers: true });
});

afterAll(async () => {
  await browser.close();
  await platform.stop();
});

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function openPage(url = platform.url, colorScheme: 'light' | 'dark' = 'light') {
  const context = await browser.newContext({ colorScheme });
  cleanups.push(() => context.close());
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(url);
  return page;
}

async function logIn(page: Page, user = 1): Promise<void> {
  await page.getByLabel('Email').fill(`user-${user}@example.test`);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByLabel('Message').waitFor();
}

async function openChat(user = 1, url = platform.url): Promise<Page> {
  const page = await openPage(url);
  await logIn(page, user);
  return page;
}

async function say(page: Page, content: string): Promise<void> {
  await page.getByLabel('Message').fill(content);
  await page.getByRole('button', { name: 'Send' }).click();
}

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('the chat page', () => {
  it('shows tools with durations and the answer', async () => {
    const page = await openChat();
    await say(page, 'echo hello page ; fail');
    const article = page.getByRole('article');
    await article.getByText('Done in').waitFor();
    const tools = await article.getByRole('list', { name: 'Tool activity' }).innerText();
    expect(tools).toMatch(/echo\s+done\s+.*ms\s+fail\s+failed\s+.*ms/);
    expect(await article.innerText()).toContain('hello page');
  });

  it('can be used with the keyboard alone', async () => {
    const page = await openPage();
    await page.getByLabel('Email').press('Tab');
    await page.keyboard.type(demoPassword);
    await page.keyboard.press('Enter');
    await page.getByLabel('Message').waitFor();
    await page.keyboard.type('slow 60000');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Cancel' }).waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Cancelled', { exact: true }).waitFor();
    expect(await page.getByRole('list', { name: 'Tool activity' }).innerText()).toMatch(
      /slow\s+cancelled/,
    );
  });

  it.each(['light', 'dark'] as const)('has no serious finding of axe in %s', async (scheme) => {
    const page = await openPage(platform.url, scheme);
    await page.getByLabel('Email').waitFor();
    await expect(seriousFindings(page)).resolves.toEqual([]);
    await logIn(page, 2);
    await say(page, 'echo a ; fail ; ghost');
    await page.getByText('Done in').waitFor();
    await say(page, 'slow 60000');
    await page.getByText('running').waitFor();
    await expect(seriousFindings(page)).resolves.toEqual([]);
  });

  it('refuses a wrong password in words, and forgets everything at logout', async () => {
    const page = await openPage();
    await page.getByLabel('Email').fill('user-1@example.test');
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('alert').getByText('Email or password is wrong.').waitFor();
    await logIn(page);
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByLabel('Email').waitFor();
    await page.reload();
    await page.getByLabel('Email').waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
  });

  it('finds a run in progress again after a reload, in its thread', async () => {
    const page = await openChat(3);
    await say(page, 'slow 3000 ; echo still here');
    await page.getByText('running').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'slow 3000 ; echo still here' }).click();
    await page.getByText('Done in').waitFor();
    const tools = page.getByRole('list', { name: 'Tool activity' }).getByRole('listitem');
    expect(await tools.count()).toBe(2);
    expect(await page.getByRole('article').innerText()).toContain('still here');
  });

  it('keeps two users apart', async () => {
    const [one, two] = [await openChat(4), await openChat(5)];
    await Promise.all([say(one, 'echo secret of four'), say(two, 'echo secret of five')]);
    await one.getByText('Done in').waitFor();
    await two.getByText('Done in').waitFor();
    expect(await one.locator('body').innerText()).not.toContain('five');
    expect(await two.locator('body').innerText()).not.toContain('four');
  });
});

describe('the chat page, when the network fails', () => {
  it('says so, comes back, and shows every event of the run once', async () => {
    const proxy = await openCuttableProxy(platform.url);
    cleanups.push(() => proxy.close());
    const page = await openChat(6, proxy.url);
    await say(page, 'count drops ; slow 3000 ; count drops ; long 50');
    await page.getByText('running').waitFor();
    proxy.cut();
    await page.getByRole('status').getByText('Reconnecting').waitFor();
    proxy.mend();
    await page.getByText('Done in').waitFor();
    const tools = page.getByRole('list', { name: 'Tool activity' }).getByRole('listitem');
    expect(await tools.allInnerTexts()).toEqual([
      expect.stringMatching(/^count\s+done/),
      expect.stringMatching(/^slow\s+done/),
      expect.stringMatching(/^count\s+done/),
    ]);
    const answer = await page.getByRole('article').innerText();
    expect(answer).toContain('drops = 1\nworked 3000 ms\ndrops = 2\npiece 1 ');
    expect(await page.getByRole('status').innerText()).toBe('');
  });

  it('sends what was said while it was away, once', async () => {
    const proxy = await openCuttableProxy(platform.url);
    cleanups.push(() => proxy.close());
    const page = await openChat(7, proxy.url);
    proxy.cut();
    await page.getByRole('status').getByText('Reconnecting').waitFor();
    await say(page, 'count away');
    proxy.mend();
    await page.getByText('Done in').waitFor();
    expect(await page.getByRole('article').innerText()).toContain('away = 1');
  });

  it('shows every event once of a run that ended behind its back, when the server was restarted', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'golden-path-page-'));
    cleanups.push(() => rm(folder, { recursive: true }));
    const database = join(folder, 'store.db');
    const first = await startPlatform({ demoUsers: true, database });
    const proxy = await openCuttableProxy(first.url);
    cleanups.push(() => proxy.close());
    const page = await openChat(9, proxy.url);
    await say(page, 'count turns ; slow 300 ; count turns');
    await page.getByText('running').waitFor();
    proxy.cut();
    await first.stop();
    const second = await startPlatform({ database, port: Number(new URL(first.url).port) });
    cleanups.push(() => second.stop());
    proxy.mend();
    await page.getByText('Done in').waitFor();
    const tools = page.getByRole('list', { name: 'Tool activity' }).getByRole('listitem');
    expect(await tools.allInnerTexts()).toEqual([
      expect.stringMatching(/^count\s+done/),
      expect.stringMatching(/^slow\s+done/),
      expect.stringMatching(/^count\s+done/),
    ]);
    expect(await page.getByRole('article').innerText()).toContain(
      'turns = 1\nworked 300 ms\nturns = 2',
    );
  });

  it('shows how a run ended whose server was killed and started again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'golden-path-page-'));
    cleanups.push(() => rm(folder, { recursive: true }));
    const database = join(folder, 'store.db');
    const { child, platform: first } = await startPlatformProcess({ database });
    const page = await openChat(8, first.url);
    await say(page, 'echo before ; slow 600000');
    const tools = page.getByRole('list', { name: 'Tool activity' }).getByRole('listitem');
    // Any tool is `running` for a moment, the first one too.
    await tools.filter({ hasText: 'slow' }).filter({ hasText: 'running' }).waitFor();
    child.kill('SIGKILL');
    await page.getByRole('status').getByText('Reconnecting').waitFor();
    const second = await startPlatform({ database, port: Number(new URL(first.url).port) });
    cleanups.push(() => second.stop());
    await page.getByText('the server was stopped in the middle of the run').waitFor();
    expect(await tools.allInnerTexts()).toEqual([
      expect.stringMatching(/^echo\s+done/),
      expect.stringMatching(/^slow\s+cancelled/),
    ]);
  });
});
