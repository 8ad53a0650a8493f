import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setUpBrowser } from '../../run/browser/set-up-browser.ts';
import { failingResult, passingResult, unknownResult } from '../test-support/sample-results.ts';
import { longTimeline } from '../test-support/sample-timeline.ts';
import { visit } from '../test-support/visit.ts';
import { renderHtml } from './render-html.ts';

const lanesOfLong = 4;
const folder = mkdtempSync(join(tmpdir(), 'golden-path-page-'));
const results = {
  failing: failingResult,
  passing: passingResult,
  unknown: unknownResult,
  long: { ...passingResult, timelines: [longTimeline(100_000, lanesOfLong)] },
};
let browser: Browser;

beforeAll(async () => {
  const { path } = setUpBrowser(() => undefined);
  browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
  for (const [name, result] of Object.entries(results)) {
    writeFileSync(join(folder, `${name}.html`), renderHtml(result));
  }
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

function addressOf(name: keyof typeof results, hash = ''): string {
  return `${pathToFileURL(join(folder, `${name}.html`)).href}${hash}`;
}

const wide = { width: 1280, scheme: 'light' } as const;

const looks = [
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 390, scheme: 'light' },
  { width: 390, scheme: 'dark' },
] as const;

describe.each(looks)('at $width pixels in $scheme', (look) => {
  it.each(['failing', 'passing', 'unknown'] as const)('the %s run fits', async (name) => {
    await visit(browser, addressOf(name), look, async (page) => {
      const overflow = await page.evaluate<number>(
        'document.documentElement.scrollWidth - innerWidth',
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });

  it('axe finds nothing', async () => {
    await visit(browser, addressOf('failing'), look, async (page) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  });
});

describe('a reader', () => {
  it('follows a deep link to a check that was closed', async () => {
    await visit(browser, addressOf('passing', '#check=PAIR-OPEN'), wide, async (page) => {
      const check = page.locator('details[id="check=PAIR-OPEN"]');
      await check.getByText('support is called').waitFor();
      expect(await page.evaluate('document.activeElement.textContent')).toContain('PAIR-OPEN');
    });
  });

  it('goes from a witness to its raw frame on the timeline', async () => {
    await visit(browser, addressOf('failing'), wide, async (page) => {
      const check = page.locator('details[id="check=ISO-CANARY"]');
      await check.getByRole('button', { name: 'show in timeline' }).click();
      const detail = page.locator('.timeline [role=status]');
      await detail.getByText('witness of').waitFor();
      expect(await detail.textContent()).toContain('</script><b>GPC-8f3a19</b>');
      await detail.getByRole('link', { name: 'ISO-CANARY' }).click();
      expect(page.url()).toContain('#check=ISO-CANARY');
    });
  });

  it('walks and zooms the timeline by keyboard', async () => {
    await visit(browser, addressOf('passing'), wide, async (page) => {
      await page.getByRole('application').focus();
      for (const key of ['End', 'ArrowDown', 'Home', 'ArrowRight', '+', '0']) {
        await page.keyboard.press(key);
      }
      const detail = page.locator('.timeline [role=status]');
      expect(await detail.textContent()).toMatch(/^connection_established #\d+ · 43\.0 ms · c-2/);
    });
  });

  it('clicks an event on the canvas', async () => {
    await visit(browser, addressOf('passing'), wide, async (page) => {
      const canvas = page.getByRole('application');
      await canvas.scrollIntoViewIfNeeded();
      await canvas.click({ position: { x: 115, y: 50 } });
      expect(await page.locator('.timeline [role=status]').textContent()).toMatch(/^open #100/);
    });
  });

  it('narrows the checks by standing and by words', async () => {
    await visit(browser, addressOf('failing'), wide, async (page) => {
      await page.getByRole('button', { name: 'fail 3' }).click();
      expect(await page.locator('details.check:visible').count()).toBe(3);
      await page.getByRole('searchbox').fill('another user');
      expect(await page.locator('details.check:visible').count()).toBe(1);
      expect(await page.locator('[data-found]').textContent()).toBe('1 of 6 checks shown');
    });
  });

  it('sees 100 000 events drawn with no more strokes than there are pixels', async () => {
    await visit(browser, addressOf('long'), wide, async (page) => {
      const canvas = page.getByRole('application');
      await canvas.press('End');
      await page.evaluate(twoFrames);
      await page.evaluate(countStrokes);
      await canvas.press('0');
      await page.evaluate(twoFrames);
      const strokes = await page.evaluate<number>('strokes');
      const pixels = (await canvas.boundingBox())?.width ?? 0;
      expect(strokes).toBeGreaterThan(pixels);
      expect(strokes).toBeLessThan(strokesPerPixel * lanesOfLong * pixels);
      expect(await page.locator('.timeline [role=status]').textContent()).toContain('#99996');
    });
  });
});

/** A bar, an event and the end of a run may each take one. */
const strokesPerPixel = 3;

const twoFrames =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined))))';

const countStrokes = `
  window.strokes = 0;
  const original = CanvasRenderingContext2D.prototype.fillRect;
  CanvasRenderingContext2D.prototype.fillRect = function (...box) {
    window.strokes += 1;
    original.apply(this, box);
  };
`;
