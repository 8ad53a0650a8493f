import type { Browser, Page } from 'playwright';

export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

/** Opens a page, uses it, and rejects with whatever the browser complained about or loaded from elsewhere. */
export async function visit(
  browser: Browser,
  address: string,
  look: Look,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 800 },
    colorScheme: look.scheme,
  });
  // A browser on a busy machine takes its time.
  context.setDefaultTimeout(100_000);
  const page = await context.newPage();
  const home = new URL('.', address).href;
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) complaints.push(`loaded ${request.url()}`);
  });
  await page.goto(address);
  await use(page);
  await context.close();
  if (complaints.length > 0) throw new Error(`the browser complained: ${complaints.join('; ')}`);
}
