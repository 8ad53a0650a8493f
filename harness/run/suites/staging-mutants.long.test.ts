import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Result } from '../../contract/result.ts';
import { judgeSuites } from '../../gate/criteria/suites.ts';
import type { MutantId } from '../../reference/index.ts';
import { renderHtml } from '../../report/html/render-html.ts';
import { openEmbeddedTarget } from '../../targets/embedded.ts';
import { runStaging } from './testing/run-staging.ts';

async function runOn(mutant: MutantId, ...files: string[]) {
  const target = await openEmbeddedTarget({ mutants: [mutant] });
  onTestFinished(() => target[Symbol.asyncDispose]());
  const ran = await runStaging({ url: target.url, files });
  onTestFinished(() => rmSync(ran.folder, { recursive: true, force: true }));
  return ran;
}

const failedChecks = ({ checks }: Result): string[] =>
  checks.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);

test.each([
  ['chat', 'phantom-tool', 'TRUTH-ANSWER'],
  ['chat', 'swap-order', 'ORD-PAIR'],
  ['cancel', 'cancel-as-failure', 'LIFE-CANCEL'],
  ['reconnect', 'resume-loses-gap', 'RES-GAP'],
  ['two-users', 'leak-to-neighbour', 'ISO-CANARY'],
] as const)('%s on a platform with %s is red, and %s names it with a witness', async (...row) => {
  const [file, mutant, check] = row;
  const { result } = await runOn(mutant, file);
  expect(result.tests.map(({ state }) => state)).toEqual(['failed']);
  expect(failedChecks(result)).toContain(check);
  const found = result.checks.find(({ id }) => id === check);
  expect(found?.witnesses[0]?.raw.length).toBeGreaterThan(0);
  expect(result.tests[0]?.error).toContain(check);
});

test('a lost event leaves a trace, a film and a screenshot, which the report links', async () => {
  const { folder, result } = await runOn('lose-agent-completed', 'chat');
  expect(failedChecks(result)).toContain('LIFE-TERM');
  const attachments = result.tests.flatMap((one) => one.attachments ?? []);
  const names = attachments.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['trace', 'screenshot', 'video']));
  expect(attachments.filter(({ file }) => !existsSync(join(folder, file)))).toEqual([]);
  const film = attachments.find(({ name }) => name === 'video');
  // How every WebM begins (EBML, RFC 8794).
  expect(readFileSync(join(folder, film?.file ?? '')).toString('hex', 0, 4)).toBe('1a45dfa3');
  const page = renderHtml(result);
  writeFileSync(join(folder, 'report.html'), page);
  const links = [...page.matchAll(/href="(test-results\/[^"]+)"/g)].map(([, link = '']) => link);
  expect(links.length).toBe(attachments.length);
  expect(links.filter((link) => !existsSync(join(folder, decodeURIComponent(link))))).toEqual([]);
  // The red test is told by the verdicts of its own history, and not a second time.
  expect(judgeSuites(result, ['staging'])[0]?.verdict).toBe('pass');
});
