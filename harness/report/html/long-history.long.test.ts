import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { HistoryRecordSchema, type HistoryRecord } from '../../contract/history.ts';
import type { Timeline } from '../../contract/timeline.ts';
import { enter } from '../../probe/journeys/enter.ts';
import type { Journey } from '../../probe/journeys/journey.ts';
import { walk } from '../../probe/walk.ts';
import { setUpBrowser } from '../../run/browser/set-up-browser.ts';
import { judgeStored } from '../../run/judge-stored.ts';
import { openEmbeddedTarget } from '../../targets/embedded.ts';
import { visit } from '../test-support/visit.ts';
import { renderHtml } from './render-html.ts';

/** Four users who each get an answer of five hundred pieces. */
const talk: Journey = {
  name: 'long-talk',
  title: 'long answers at the same time',
  users: 4,
  async walk(crew) {
    await enter(crew);
    await Promise.all(
      crew.sessions.map(async (session) => {
        const asked = [
          { kind: 'echo', text: 'before' },
          { kind: 'long', pieces: 500 },
        ] as const;
        const run = await session.chat(asked, { key: crew.key(session, 'talk') });
        await run?.terminal;
      }),
    );
  },
};

/**
 * One recorded talk after the other in one history, as a client lives it that connects again and again: runs, numbers
 * and times go on, everything else is as it was recorded. A hundred thousand live events would depend on the machine.
 */
function repeatRecords(records: readonly HistoryRecord[], frames: number): HistoryRecord[] {
  const body = records.filter(({ type }) => type !== 'end');
  const span = (body.at(-1)?.at ?? 0) + 1;
  const repeated: HistoryRecord[] = [];
  for (let round = 0, drawn = 0; drawn <= frames; round += 1) {
    const text = JSON.stringify(body).replaceAll(/\brun_[\w-]{36}/g, `$&-${String(round)}`);
    for (const record of z.array(HistoryRecordSchema).parse(JSON.parse(text))) {
      const at = Math.round((record.at + round * span) * 1000) / 1000;
      repeated.push({ ...record, n: repeated.length, at });
      if (record.type === 'frame') drawn += 1;
    }
  }
  return [...repeated, ...records.filter(({ type }) => type === 'end')];
}

const folder = mkdtempSync(join(tmpdir(), 'golden-path-long-'));
const page = join(folder, 'report.html');
let browser: Browser;
let timeline: Timeline | undefined;

beforeAll(async () => {
  const target = await openEmbeddedTarget();
  const file = join(folder, 'history.ndjson');
  const { header, records } = await walk(target, talk);
  await target[Symbol.asyncDispose]();
  const lines = [header, ...repeatRecords(records, 100_000)].map((line) => JSON.stringify(line));
  writeFileSync(file, `${lines.join('\n')}\n`);
  const result = judgeStored([file]);
  timeline = result.timelines[0];
  writeFileSync(page, renderHtml(result));
  browser = await chromium.launch({
    executablePath: setUpBrowser(() => undefined).path,
    args: ['--no-sandbox'],
  });
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

it('keeps every one of 100 000 recorded events', () => {
  expect(timeline?.count).toBeGreaterThan(100_000);
  expect(timeline).toMatchObject({ omitted: 0, frameless: 0 });
});

it('draws 100 000 recorded events with no more strokes than there are pixels, however it is moved', async () => {
  const count = timeline?.count ?? 0;
  await visit(browser, pathToFileURL(page).href, { width: 1280, scheme: 'light' }, async (tab) => {
    const canvas = tab.getByRole('application');
    await canvas.press('0');
    await tab.evaluate(countStrokes);
    const pixels = (await canvas.boundingBox())?.width ?? 0;
    const most = strokesPerPixel * lanes * pixels;
    const strokes = async (move: () => Promise<void>): Promise<number> => {
      await tab.evaluate('window.strokes = 0');
      await move();
      await tab.evaluate(twoFrames);
      return tab.evaluate<number>('window.strokes');
    };
    const whole = await strokes(() => canvas.press('0'));
    expect(whole).toBeGreaterThan(100);
    expect(whole).toBeLessThan(most);
    expect(most).toBeLessThan(count);

    const zoomed = await strokes(() => press(tab, '+', 25));
    expect(zoomed).toBeGreaterThan(0);
    expect(zoomed).toBeLessThan(most);
    expect(await strokes(() => moveByWheel(tab))).toBeLessThan(most);
    expect(await strokes(() => canvas.press('-'))).toBeLessThan(most);

    await canvas.press('End');
    const detail = tab.locator('.timeline [role=status]');
    await detail.locator('pre').waitFor();
    expect(await detail.textContent()).toMatch(/ #\d{5,} · .*received\{"type":"/);
  });
});

const lanes = 4;

/** A bar, an event and the end of a run may each take one; what was zoomed is drawn more than once. */
const strokesPerPixel = 3;

async function press(tab: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await tab.keyboard.press(key);
  await tab.evaluate(twoFrames);
  await tab.evaluate('window.strokes = 0');
  await tab.keyboard.press(key);
}

/** Moves what is shown, as a wheel with the shift key held does. */
async function moveByWheel(tab: Page): Promise<void> {
  await tab.evaluate(
    `document.querySelector('canvas').dispatchEvent(
      new WheelEvent('wheel', { deltaY: 40, shiftKey: true, cancelable: true }),
    )`,
  );
}

const twoFrames =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined))))';

const countStrokes = `
  window.strokes = 0;
  for (const name of ['fillRect', 'fill', 'stroke', 'strokeRect']) {
    const original = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...box) {
      window.strokes += 1;
      original.apply(this, box);
    };
  }
`;
