import type { Page } from 'playwright';
import { describe, expect, it, onTestFinished } from 'vitest';
import { demoPassword } from '../../contract/demo-users.ts';
import { findBrowser } from '../../run/browser/find-browser.ts';
import { openEmbeddedTarget } from '../../targets/embedded.ts';
import { measurePageLeak } from './measure-page-leak.ts';

const executablePath = findBrowser()?.path ?? 'no browser was found';

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Message').fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Done in').last().waitFor();
}

async function enter(page: Page): Promise<void> {
  await page.getByLabel('Email').fill('user-1@example.test');
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByLabel('Message').waitFor();
  await say(page, 'echo first');
  await page.getByRole('button', { name: 'New thread' }).click();
}

/** Opens a thread, chats in it, and leaves it. */
async function round(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'echo first' }).click();
  await page.getByRole('article').first().waitFor();
  await say(page, 'echo again');
  await page.getByRole('button', { name: 'New thread' }).click();
  await page.getByRole('article').first().waitFor({ state: 'detached' });
}

/** What the page remembers of every element that it lets go of. */
const memories = {
  none: '',
  itself: 'node',
  name: 'node.nodeName',
} as const;

async function measure(remembers: keyof typeof memories) {
  const target = await openEmbeddedTarget();
  onTestFinished(() => target[Symbol.asyncDispose]());
  return await measurePageLeak({
    url: target.url,
    executablePath,
    rounds: 8,
    async enter(page) {
      await enter(page);
      await page.evaluate(`
        window.remembered = [];
        new MutationObserver((changes) => {
          for (const { removedNodes } of changes)
            for (const node of removedNodes) remembered.push(${memories[remembers]});
        }).observe(document.body, { childList: true, subtree: true });
      `);
    },
    round,
  });
}

describe('the chat page: open a thread, chat, leave it, again and again', () => {
  it('keeps nothing', async () => {
    const [detached, listeners] = await measure('none');
    expect(detached).toMatchObject({ id: 'page.detached-growth', verdict: 'pass' });
    expect(listeners?.verdict).not.toBe('fail');
  });

  it('is caught when it keeps the elements it let go of, and what keeps them is named', async () => {
    const [detached] = await measure('itself');
    expect(detached).toMatchObject({ verdict: 'fail' });
    expect(detached?.reason).toContain('remembered: Array');
  });

  it('is not blamed when it is as busy and keeps their names instead', async () => {
    const [detached] = await measure('name');
    expect(detached).toMatchObject({ verdict: 'pass' });
  });
});
