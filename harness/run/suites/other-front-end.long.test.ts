import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtempSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { judgeSuites } from '../../gate/criteria/suites.ts';
import { openEmbeddedTarget } from '../../targets/embedded.ts';
import { runStaging } from './testing/run-staging.ts';
import { serveOtherFrontEnd } from './testing/other-front-end/serve.ts';

const offered = [
  'a long answer is on the page as it was sent, whole',
  'a person logs in at the page, asks, sees the agent work and gets the answer',
  'a whole visit leaves no error in the console',
  'a wrong password is refused in words, and the right one leads to the chat',
  'axe finds nothing serious, at the login and in the chat',
  'the first sign and the answer are on the page within the budgets',
  'the page can be used on a telephone',
  'two people who chat at the same time never see each other',
  'who was offline in the middle of a run misses nothing of it',
];

/** Why the other tests do not apply. */
const notOffered = {
  'a page that is used all day keeps nothing of what it left':
    'a round has to end where it began, and this page cannot leave a thread',
  'a run that is cancelled at the page stops, and the page says so':
    'the page profile says that there is no cancel',
  'a session that has ended opens nothing, and a new login goes on':
    'this page keeps no login that could end somewhere else',
  'a thread reads the same after a reload': 'the page profile says that there are no threads',
  'the threads can be reached on a telephone': 'the page profile says that there is no newThread',
  'who has logged in once is not asked again': 'this page asks for the password every time',
};

test('the suite works on another front end by its page profile, as the documents show it', async () => {
  const platform = await openEmbeddedTarget();
  onTestFinished(() => platform[Symbol.asyncDispose]());
  const front = await serveOtherFrontEnd(platform.url);
  onTestFinished(() => front[Symbol.asyncDispose]());
  const folder = mkdtempSync(join(tmpdir(), 'golden-path-other-front-end-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const config = join(folder, 'golden-path.config.ts');
  writeFileSync(config, exampleFor(front.url));
  const ran = await runStaging({ url: front.url, target: 'other', config, files: [] });
  onTestFinished(() => rmSync(ran.folder, { recursive: true, force: true }));
  const { tests, checks } = ran.result;
  expect(tests.filter(({ state }) => state === 'failed').map(({ error }) => error)).toEqual([]);
  const passed = tests.filter(({ state }) => state === 'passed');
  expect(passed.map((one) => one.test).toSorted()).toEqual(offered);
  const skipped = tests.filter(({ state }) => state === 'skipped');
  expect(Object.fromEntries(skipped.map((one) => [one.test, one.not_applicable]))).toEqual(
    notOffered,
  );
  const judged = checks.filter(({ id }) => ['PAIR-OPEN', 'RES-GAP', 'ISO-CANARY'].includes(id));
  expect(judged.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'pass']);
  expect(judgeSuites(ran.result, ['staging'])[0]).toMatchObject({
    verdict: 'pass',
    reason: '9 tests ran, 6 not applicable',
  });
});

/** The configuration that docs/staging.md shows, with this address in it. */
function exampleFor(url: string): string {
  const page = readFileSync('docs/staging.md', 'utf8');
  const [, block] = /^```ts\n([\s\S]*?page: \{[\s\S]*?)^```/m.exec(page) ?? [];
  if (block === undefined) throw new Error('docs/staging.md shows no page profile');
  return block
    .replace("'https://ask.example.com'", JSON.stringify(url))
    .replace("'golden-path'", JSON.stringify(join(process.cwd(), 'harness/contract/config.ts')));
}
