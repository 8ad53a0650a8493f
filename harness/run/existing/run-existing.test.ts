import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigSchema } from '../../contract/config.ts';
import type { ExistingSuite } from '../../contract/existing-suite.ts';
import { judgeSuite } from '../../gate/criteria/existing.ts';
import { runExisting } from './run-existing.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'golden-path-existing-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const node = JSON.stringify(process.execPath);

interface Wanted {
  readonly command: string;
  readonly junit?: string;
  readonly proveWith?: string;
  readonly within?: string;
}

async function run({ junit = 'junit.xml', ...wanted }: Wanted): Promise<ExistingSuite> {
  const config = ConfigSchema.parse({ existing: [{ name: 'ours', junit, ...wanted }] });
  const folder = join(root, 'run');
  const [suite] = await runExisting({ config, root, folder, say: () => {} });
  if (suite === undefined) throw new Error('a suite was ordered');
  return suite;
}

function file(name: string, text: string): string {
  const path = join(root, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** A command that writes these cases as a report. */
function writing(cases: string, path = 'junit.xml'): string {
  file('cases.txt', `<testsuites><testsuite name="s">${cases}</testsuite></testsuites>`);
  return `cp cases.txt ${path}`;
}

const green = '<testcase name="a"/><testcase name="b"/>';

test('a green suite passes, and what it counted is remembered', async () => {
  const first = await run({ command: writing(green) });
  expect(judgeSuite(first)).toMatchObject({ verdict: 'pass' });
  const again = await run({ command: writing('<testcase name="a"/>') });
  expect(again.last).toEqual({ tests: 2, failed: 0, skipped: 0 });
  expect(judgeSuite(again)).toMatchObject({ verdict: 'fail', reason: /1 tests? (is|are) gone/ });
  const kept: unknown = JSON.parse(
    readFileSync(join(root, 'reports', 'baselines', 'existing-suites.json'), 'utf8'),
  );
  expect(kept).toEqual({ ours: { tests: 2, failed: 0, skipped: 0 } });
});

test('a real vitest suite, and a real defect that it notices', async () => {
  const vitest = resolve('node_modules', 'vitest');
  file('price.ts', 'export const price = (n: number): number => n * 2;\n');
  file(
    'price.test.ts',
    `import { expect, test } from ${JSON.stringify(join(vitest, 'dist', 'index.js'))};
     import { price } from './price.ts';
     test('doubles', () => { expect(price(2)).toBe(4); });
     test.skip('later', () => {});`,
  );
  const command = `${node} ${JSON.stringify(join(vitest, 'vitest.mjs'))} run --root . --reporter=junit --outputFile=junit.xml`;
  file('broken.ts', 'export const price = (n: number): number => n * 3;\n');
  const proveWith = `cp price.ts kept.ts && cp broken.ts price.ts && { ${command}; status=$?; cp kept.ts price.ts; exit $status; }`;
  const suite = await run({ command, proveWith });
  expect(suite).toMatchObject({
    ending: 'exit 0',
    counts: { tests: 2, failed: 0, skipped: 1 },
    doubts: [],
    proof: { identical: false, counts: { failed: 1 } },
  });
  expect(judgeSuite(suite)).toMatchObject({
    verdict: 'pass',
    reason: /1 red with a planted defect/,
  });
});

describe('no evidence is never a pass', () => {
  test.each<[string, Wanted, RegExp]>([
    ['no report', { command: 'true' }, /there is no report at junit.xml \(exit 0\)/],
    [
      'a command that is not there',
      { command: 'golden-path-no-such-command' },
      /no report .*exit 127/,
    ],
    ['a report cut short', { command: `printf '<testsuites><test' > junit.xml` }, /line 1: /],
    [
      'a page instead of a report',
      { command: `printf '<html/>' > junit.xml` },
      /the root is <html>/,
    ],
    ['no test', { command: `printf '<testsuites/>' > junit.xml` }, /no test ran/],
    [
      'a red command with a green report',
      { command: `printf '<testsuite><testcase name="a"/></testsuite>' > junit.xml; exit 3` },
      /ended with exit 3/,
    ],
    [
      'a report made before the run',
      {
        command: `printf '<testsuite timestamp="2020-01-01T00:00:00Z"><testcase name="a"/></testsuite>' > junit.xml`,
      },
      /tells of a run at 2020/,
    ],
    [
      'a test that outlasts the command',
      { command: `printf '<testsuite><testcase name="a" time="3600"/></testsuite>' > junit.xml` },
      /took 3600 s, and the whole command only/,
    ],
    ['a command without end', { command: 'sleep 600', within: '300 ms' }, /no report .*timed out/],
    [
      'a defect that changes nothing',
      {
        command: `printf '<testsuite><testcase name="a"/></testsuite>' > junit.xml`,
        proveWith: `printf '<testsuite><testcase name="a"/></testsuite>' > junit.xml`,
      },
      /proves nothing/,
    ],
  ])('%s', async (_title, wanted, reason) => {
    expect(judgeSuite(await run(wanted))).toMatchObject({ verdict: 'unknown', reason });
  });

  test('a report of an earlier run that the command did not touch', async () => {
    file('junit.xml', `<testsuite>${green}</testsuite>`);
    const suite = await run({ command: 'true' });
    expect(judgeSuite(suite)).toMatchObject({ verdict: 'unknown', reason: /older than the run/ });
  });

  test('a report taken from a cache', async () => {
    const cached = file('cached.xml', `<testsuite>${green}</testsuite>`);
    utimesSync(cached, new Date(2020, 1), new Date(2020, 1));
    copyFileSync(cached, join(root, 'junit.xml'));
    const suite = await run({ command: 'cp -p cached.xml junit.xml' });
    expect(judgeSuite(suite)).toMatchObject({ verdict: 'unknown', reason: /older than the run/ });
  });

  test('one old report among new ones', async () => {
    mkdirSync(join(root, 'out'));
    file('out/TEST-old.xml', `<testsuite>${green}</testsuite>`);
    const suite = await run({
      command: writing(green, 'out/TEST-new.xml'),
      junit: 'out/TEST-*.xml',
    });
    expect(judgeSuite(suite)).toMatchObject({
      verdict: 'unknown',
      reason: /TEST-old.xml is older/,
    });
  });
});

test('a red test is named, and what a failed command printed is shown', async () => {
  const command = `echo so it goes; ${writing('<testcase name="a"><failure/></testcase><testcase name="b"/>')}; exit 1`;
  const suite = await run({ command });
  expect(suite).toMatchObject({ failures: ['a'], output: expect.stringContaining('so it goes') });
  expect(judgeSuite(suite)).toMatchObject({ verdict: 'fail', reason: '1 of 2 tests failed: a' });
});

test('a server that the command leaves behind does not hold it up', async () => {
  const suite = await run({ command: `sleep 30 & echo $! > pid; ${writing(green)}` });
  process.kill(Number(readFileSync(join(root, 'pid'), 'utf8')), 'SIGKILL');
  expect(judgeSuite(suite).verdict).toBe('pass');
});
