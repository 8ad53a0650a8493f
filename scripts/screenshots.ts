/**
 * Pictures of pages as people see them, to be looked at before a page is changed and after: each at 1280 and 390
 * pixels, light and dark. `npm run screenshots -- [PAGE.html …] [--out DIR]`; without pages, the last report and the
 * dashboard of `npm run demo:nights`.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { setUpBrowser } from '../harness/run/browser/set-up-browser.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: 'reports/screenshots' } },
});
const usual = ['reports/latest/report.html', 'reports/nights/index.html'];
const pages = positionals.length > 0 ? positionals : usual.filter((page) => existsSync(page));

mkdirSync(options.out, { recursive: true });
const { path } = setUpBrowser((line) => process.stderr.write(`${line}\n`));
const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
for (const page of pages) {
  for (const width of [1280, 390]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const tab = await browser.newPage({ viewport: { width, height: 1200 }, colorScheme });
      await tab.goto(pathToFileURL(page).href);
      const name = `${basename(dirname(page))}-${basename(page, '.html')}-${width}-${colorScheme}.png`;
      await tab.screenshot({ path: join(options.out, name) });
      await tab.close();
      process.stdout.write(`${join(options.out, name)}\n`);
    }
  }
}
await browser.close();
if (pages.length === 0) process.stdout.write('there is no page yet: npm run gate makes one\n');
