import type { BrowserContextOptions, Page } from 'playwright';
import { z } from 'zod';

/** What a browser keeps of a login: cookies and local storage, and what one tab keeps for itself. */
export interface SavedLogin {
  readonly state: Exclude<BrowserContextOptions['storageState'], string | undefined>;
  readonly session: Readonly<Record<string, string>>;
}

/** Reads what a page keeps of its login. */
export async function readLogin(page: Page): Promise<SavedLogin> {
  const state = await page.context().storageState({ indexedDB: true });
  const kept: unknown = JSON.parse(
    String(await page.evaluate('JSON.stringify({ ...sessionStorage })')),
  );
  return { state, session: z.record(z.string(), z.string()).parse(kept) };
}

/**
 * Gives a tab back what it kept for itself, which a storage state leaves out: from a document of the same origin that
 * comes from nobody, once, so that a later logout stays one.
 */
export async function restoreTab(page: Page, url: string, { session }: SavedLogin): Promise<void> {
  if (Object.keys(session).length === 0) return;
  const empty = new URL('/golden-path-restores-a-tab', url).href;
  await page.route(empty, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto(empty);
  await page.evaluate(`Object.assign(sessionStorage, ${JSON.stringify(session)})`);
  await page.unroute(empty);
}

/**
 * Logins to go on with, one per user, in memory only. Each is taken out by one page at a time and put back as that page
 * left it: where every use renews the token, an old one would end the session.
 */
export class SavedLogins {
  readonly #byUser = new Map<string, SavedLogin>();

  take(user: string): SavedLogin | undefined {
    const saved = this.#byUser.get(user);
    this.#byUser.delete(user);
    return saved;
  }

  keep(user: string, login: SavedLogin): void {
    this.#byUser.set(user, login);
  }
}
