import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { dashboardScripts } from '../dashboard/dashboard-assets.ts';
import { failingResult, passingResult } from '../test-support/sample-results.ts';
import { html } from './markup.ts';
import { reportScript } from './report-assets.ts';
import { renderHtml } from './render-html.ts';

const page = renderHtml(failingResult);
const body = page.slice(page.indexOf('<body'), page.indexOf('<script type="application/json"'));

describe('the page', () => {
  it('says the verdict and its reasons before anything else', () => {
    const title = body.indexOf('Phase 2 is not reached: isolation failed.');
    const reason = body.indexOf('1 of 24 secrets was received by another user.');
    expect(title).toBeGreaterThan(0);
    expect(reason).toBeGreaterThan(title);
    expect(body.indexOf('id="checks"')).toBeGreaterThan(reason);
  });

  it('shows each failure with its evidence, its proof and what breaks', () => {
    const start = body.indexOf('id="check=PAIR-OPEN"');
    const check = body.slice(start, body.indexOf('</details>', start));
    expect(check).toContain('However, the run ended without it.');
    expect(check).toContain('npx golden-path check histories/interleave.ndjson --only PAIR-OPEN');
    expect(check).toContain('F21, F22');
    expect(check).toContain('a tool seems to run for ever, and support is called');
  });

  it('escapes whatever a target wrote into a frame', () => {
    expect(body).not.toContain('<b>GPC');
    expect(body).toContain('&lt;/script&gt;&lt;b&gt;GPC-8f3a19');
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(html`<p title="${'"<&>\''}"></p>`.markup).toBe(
      '<p title="&quot;&lt;&amp;&gt;&#39;"></p>',
    );
  });

  it('carries the whole result, hostile bytes included', () => {
    const json = /<script type="application\/json" id="result">(.*?)<\/script>/s.exec(page)?.[1];
    expect(JSON.parse(json ?? '')).toEqual(failingResult);
  });

  it('shows the gaps of the proof before what was caught', () => {
    const matrix = body.slice(body.indexOf('id="kill-matrix"'));
    const [open = '', caught = ''] = matrix.split('<details class="folded">');
    expect(open).toMatch(/1 of 4 faults\s+caught by their own check/);
    expect(open).toContain('ISO-CANARY stayed green');
    expect(open).toContain('K07');
    expect(caught).toContain('F21');
  });

  it('asks nothing of the network', () => {
    expect(page).toContain('default-src &#39;none&#39;');
    expect(renderHtml(passingResult)).not.toMatch(/\b(src|href)="(?!#|data:)/);
  });

  it('has a script without imports that a browser can read', () => {
    const script = reportScript();
    expect(script).not.toMatch(/^(import|export) /m);
    expect(() => new Script(script)).not.toThrow();
  });

  it.each([
    ['this page', reportScript()],
    ['the dashboard', dashboardScripts().at(-1) ?? ''],
  ])('declares no name twice in the one script of %s', (_name, script) => {
    const declared = [...script.matchAll(/^(?:async )?(?:function|const|let|class) (\w+)/gm)];
    const names = declared.map(([, name]) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
