import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setUpBrowser } from '../../run/browser/set-up-browser.ts';
import { openStore } from '../store/open-store.ts';
import type { ResultStore } from '../store/result-store.ts';
import { sampleNights } from '../test-support/sample-nights.ts';
import { failingResult } from '../test-support/sample-results.ts';
import { visit } from '../test-support/visit.ts';
import { buildDashboard } from './build-dashboard.ts';
import type { RunUnderWay } from './run-under-way.ts';
import { serveDashboard, type DashboardServer } from './serve-dashboard.ts';

const folder = mkdtempSync(join(tmpdir(), 'golden-path-dashboard-'));
let browser: Browser;
let store: ResultStore;
let server: DashboardServer;
let underWay: RunUnderWay[] = [];

beforeAll(async () => {
  const { path } = setUpBrowser(() => undefined);
  browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
  store = await openStore(':memory:');
  for (const result of sampleNights(60, 'staging')) await store.put(result);
  for (const result of sampleNights(3, 'ws://127.0.0.1:4010/a-rather-long-address/ws')) {
    await store.put(result);
  }
  for await (const { path: name, text } of buildDashboard(store)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  server = await serveDashboard(store, { port: 0, everyMs: 50, underWay: () => underWay });
});

afterAll(async () => {
  await server.close();
  await store.close();
  await browser.close();
  rmSync(folder, { recursive: true });
});

const site = pathToFileURL(join(folder, 'index.html')).href;
const wide = { width: 1280, scheme: 'light' } as const;

describe('the dashboard as a site', () => {
  it.each([
    { width: 1280, scheme: 'light' },
    { width: 1280, scheme: 'dark' },
    { width: 390, scheme: 'light' },
    { width: 390, scheme: 'dark' },
  ] as const)('fits $width pixels in $scheme, and axe finds nothing', async (look) => {
    await visit(browser, site, look, async (page) => {
      const places = await page.locator('.plot').count();
      expect(places).toBe(12);
      expect(await page.locator('.plot canvas').count()).toBe(places);
      const overflow = await page.evaluate<number>(
        'document.documentElement.scrollWidth - innerWidth',
      );
      expect(overflow).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  });

  it('says in words what its charts show', async () => {
    await visit(browser, site, wide, async (page) => {
      const staging = page.locator('#target-0');
      expect(await staging.textContent()).toMatch(
        /run\.p95\s+now 1\.\d+ s · limit ≤ 2 s · level changed 2026-10-25/,
      );
      const strip = staging.getByRole('img', { name: 'isolation: failed in 13 of 60 runs' });
      expect(await strip.count()).toBe(1);
    });
  });

  it('says of every target how it stands before anything else', async () => {
    await visit(browser, site, wide, async (page) => {
      const board = page.getByRole('list', { name: 'How each target stands' });
      const told = await board.getByRole('listitem').allTextContents();
      expect(told.map((text) => text.replaceAll(/\s+/g, ' ').trim())).toEqual([
        expect.stringMatching(/^✓ pass staging Phase 2 is reached/),
        expect.stringMatching(/^✕ fail ws:/),
      ]);
      await board.getByRole('link', { name: 'staging' }).click();
      expect(page.url()).toContain('#target-0');
    });
  });

  it('leads from a failure to the report of its run', async () => {
    await visit(browser, site, wide, async (page) => {
      const list = page.locator('#target-0 h3:has-text("Last failures") + ul');
      await list.getByRole('link').first().click();
      await page.waitForURL('**/runs/*.html');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/not reached/);
    });
  });
});

function statusFor(path: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(new URL(path, server.url), { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('the dashboard as a server', () => {
  it('shows a run as soon as it is stored', async () => {
    await visit(browser, server.url, wide, async (page) => {
      await page.getByText('63 runs of 2 targets').waitFor();
      await store.put({
        ...failingResult,
        target: 'fresh',
        run_id: 'fresh-1',
        started_at: '2026-12-01T00:00:00.000Z',
      });
      await page.getByRole('heading', { name: 'fresh' }).waitFor();
      const drawn = page.locator('.plot canvas');
      await drawn.nth(10).waitFor({ state: 'attached' });
      expect(await drawn.count()).toBeGreaterThan(10);
    });
  });

  it('follows a run while it is going', async () => {
    await visit(browser, server.url, wide, async (page) => {
      const status = page.locator('#under-way[role=status]');
      underWay = [{ id: 'r-1', finished: 3, failed: [] }];
      await status.getByText('Run r-1 is under way: 3 tests finished, none failed').waitFor();
      underWay = [{ id: 'r-1', finished: 4, failed: ['suite > test'] }];
      await status.getByText('4 tests finished, failed: suite > test').waitFor();
      underWay = [];
      await status.waitFor({ state: 'hidden' });
      expect(await status.isVisible()).toBe(false);
    });
  });

  it('gives reports and metrics, and 404 for what is not there', async () => {
    const report = await fetch(new URL('runs/staging-3.html', server.url));
    expect(await report.text()).toContain('Phase 2 is not reached');
    const metrics = await (await fetch(new URL('metrics', server.url))).text();
    expect(metrics).toContain('golden_path_verdict{target="staging"} 0\n');
    expect(metrics.match(/# TYPE golden_path_verdict /g)).toHaveLength(1);
    expect((await fetch(new URL('runs/nobody.html', server.url))).status).toBe(404);
  });

  it('answers this machine only', async () => {
    expect(await statusFor('/', 'evil.example')).toBe(403);
    expect(await statusFor('/', 'localhost:80')).toBe(200);
  });
});
