import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setUpBrowser } from '../../run/browser/set-up-browser.ts';
import { failingResult, passingResult, unknownResult } from '../test-support/sample-results.ts';
import { visit } from '../test-support/visit.ts';
import { testEntry } from '../summary/entries-of.ts';
import { addressOf as addressOfEntry } from './address.ts';
import { renderHtml } from './render-html.ts';

const folder = mkdtempSync(join(tmpdir(), 'golden-path-page-'));
const results = {
  failing: failingResult,
  passing: passingResult,
  unknown: unknownResult,
};
const [firstTest] = passingResult.tests;
const passedTest = firstTest === undefined ? '' : addressOfEntry(testEntry(firstTest));
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

  it('axe finds nothing, also in what is folded', async () => {
    await visit(browser, addressOf('failing'), look, async (page) => {
      await page.evaluate(openAll);
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

  it('finds the failure in the middle of the timeline, ringed, with its raw frame a click away', async () => {
    await visit(browser, addressOf('failing'), wide, async (page) => {
      const canvas = page.getByRole('application');
      await canvas.scrollIntoViewIfNeeded();
      await page.waitForFunction(paintedIn('fail', 0, 27, 49));
      const ring = await page.evaluate<Span>(paintedIn('fail', 0, 27, 49));
      expect(Math.abs(ring.centre - ring.middle)).toBeLessThan(2);
      expect(ring.right - ring.left).toBeGreaterThan(15);
      await canvas.click({ position: { x: Math.round(ring.centre), y: 24 + 38 } });
      const detail = page.locator('.timeline [role=status]', { hasText: /^tool_executing #106/ });
      await detail.getByText('witness of').waitFor();
      expect(await detail.locator('pre').textContent()).toContain('"type":"tool_executing"');
    });
  });

  it('goes from a witness to the middle of the timeline, and finds it there when the page becomes narrower', async () => {
    await visit(browser, addressOf('failing'), wide, async (page) => {
      const check = page.locator('details[id="check=ISO-CANARY"]');
      await check.getByRole('button', { name: 'show in timeline' }).click();
      await page.locator('.timeline [role=status]').getByText('witness of').waitFor();
      for (const width of [wide.width, 700]) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate(twoFrames);
        const frame = await page.evaluate<Span>(paintedIn('accent', 1, 48, 51));
        expect(Math.abs(frame.centre - frame.middle)).toBeLessThan(2);
        expect(frame.right - frame.left).toBeLessThan(20);
      }
    });
  });

  it('walks and zooms the timeline by keyboard', async () => {
    await visit(browser, addressOf('passing'), wide, async (page) => {
      await page.getByRole('application').focus();
      for (const key of ['End', 'ArrowDown', 'Home', 'ArrowRight', '+', '0']) {
        await page.keyboard.press(key);
      }
      const told = /^connection_established #\d+ · 43\.0 ms · c-2/;
      const detail = page.locator('.timeline [role=status]', { hasText: told });
      await detail.waitFor();
      expect(await detail.locator('pre').textContent()).toContain('"connection_established"');
    });
  });

  it('clicks an event on the canvas', async () => {
    await visit(browser, addressOf('passing'), wide, async (page) => {
      const canvas = page.getByRole('application');
      await canvas.scrollIntoViewIfNeeded();
      await canvas.click({ position: { x: 115, y: 50 } });
      const detail = page.locator('.timeline [role=status]', { hasText: /^open #100/ });
      await detail.waitFor();
      expect(await detail.locator('pre').textContent()).toBe('accepted');
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

  it('opens what a deep link names, however deep it is folded', async () => {
    const address = addressOf('passing', `#${encodeURIComponent(passedTest)}`);
    await visit(browser, address, wide, async (page) => {
      await page.locator(`[id="${passedTest}"]:focus`).waitFor();
      expect(await page.locator(`[id="${passedTest}"]`).isVisible()).toBe(true);
    });
  });

  it('reaches everything with the tab key, in the order of the page', async () => {
    await visit(browser, addressOf('failing'), wide, async (page) => {
      await page.getByRole('application').waitFor();
      const expected = await page.evaluate<number>(countTabStops);
      expect(expected).toBeGreaterThan(30);
      await page.evaluate('document.activeElement.blur(); window.reached = []');
      for (let stop = 0; stop < expected; stop += 1) {
        await page.keyboard.press('Tab');
        await page.evaluate('reached.push(document.activeElement)');
      }
      expect(await page.evaluate('new Set(reached).size')).toBe(expected);
      expect(await page.evaluate('stops.every((stop, index) => stop === reached[index])')).toBe(
        true,
      );
    });
  });
});

describe('on paper', () => {
  it('everything is unfolded, and nothing is cut off', async () => {
    await visit(browser, addressOf('failing'), { width: 794, scheme: 'dark' }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('details:not([open])').count()).toBeGreaterThan(3);
      expect(await page.evaluate<string[]>(foldedContents)).toEqual([]);
      expect(await page.evaluate<string[]>(cutContents)).toEqual([]);
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(paper);
      const pdf = await page.pdf({ format: 'A4' });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    });
  });
});

const paper = 'rgb(247, 247, 245)';

/** Pixels of the timeline, from its left edge. */
interface Span {
  readonly left: number;
  readonly right: number;
  readonly centre: number;
  /** The middle of what is drawn beside the names of the lanes. */
  readonly middle: number;
}

const twoFrames =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined))))';

/** How far a colour reaches in a band of one lane (pixels below its upper edge); null where it is not painted. */
function paintedIn(colour: 'fail' | 'accent', lane: number, from: number, to: number): string {
  return `(() => {
    const canvas = document.querySelector('canvas');
    const names = Math.min(110, canvas.clientWidth / 4);
    const copy = document.createElement('canvas');
    copy.width = canvas.width;
    copy.height = canvas.height;
    const paint = copy.getContext('2d', { willReadFrequently: true });
    paint.fillStyle = getComputedStyle(canvas).getPropertyValue('--${colour}').trim();
    paint.fillRect(0, 0, 1, 1);
    const [red, green, blue] = paint.getImageData(0, 0, 1, 1).data;
    paint.clearRect(0, 0, 1, 1);
    paint.drawImage(canvas, 0, 0);
    const left = Math.ceil(names);
    const width = canvas.width - left;
    const top = 24 + ${String(lane)} * 52 + ${String(from)};
    const band = paint.getImageData(left, top, width, ${String(to - from)}).data;
    const found = [];
    for (let place = 0; place < band.length; place += 4) {
      if (band[place] === red && band[place + 1] === green && band[place + 2] === blue)
        found.push(left + ((place / 4) % width));
    }
    if (found.length === 0) return null;
    const first = Math.min(...found);
    const last = Math.max(...found);
    return {
      left: first,
      right: last,
      centre: (first + last + 1) / 2,
      middle: (names + canvas.clientWidth) / 2,
    };
  })()`;
}

const openAll = `document.querySelectorAll('details').forEach((one) => { one.open = true; })`;

/** Everything a keyboard must reach, in the order of the page. */
const countTabStops = `
  window.stops = [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
    .filter((one) => one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }));
  stops.length;
`;

/** Parts that are folded away; what only a screen can use is left out on purpose. */
const foldedContents = `
  [...document.querySelectorAll('details:not([open]) > :not(summary, .toolbar)')]
    .filter((one) => !one.checkVisibility())
    .map((one) => one.outerHTML.slice(0, 80));
`;

/** Elements that hide or scroll what is wider or higher than they are. */
const cutContents = `
  [...document.querySelectorAll('body *')]
    .filter((one) => getComputedStyle(one).overflow !== 'visible' && !(one instanceof SVGElement))
    .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
    .concat(document.documentElement.scrollWidth > innerWidth ? [document.documentElement] : [])
    .map((one) => one.outerHTML.slice(0, 80));
`;
