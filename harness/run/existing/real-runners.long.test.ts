import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConfigSchema, type ConfigInput } from '../../contract/config.ts';
import type { ExistingSuite } from '../../contract/existing-suite.ts';
import { judgeSuite } from '../../gate/criteria/existing.ts';
import { runExisting } from './run-existing.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'golden-path-runners-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function run(entry: NonNullable<ConfigInput['existing']>[number]): Promise<ExistingSuite> {
  const config = ConfigSchema.parse({ existing: [entry] });
  const [suite] = await runExisting({ config, root, folder: join(root, 'run'), say: () => {} });
  if (suite === undefined) throw new Error('a suite was ordered');
  return suite;
}

const hasPytest = spawnSync('python3', ['-m', 'pytest', '--version']).status === 0;

test.runIf(hasPytest)(
  'a real pytest suite: green, proven, then with a test gone, then skipped whole',
  async () => {
    const file = (text: string): void => writeFileSync(join(root, 'test_price.py'), text);
    writeFileSync(join(root, 'price.py'), 'def price(n): return n * 2\n');
    const tests =
      'from price import price\ndef test_two(): assert price(2) == 4\ndef test_zero(): assert price(0) == 0\n';
    file(tests);
    const command = 'python3 -B -m pytest -q -p no:cacheprovider --junitxml=junit.xml';
    const proveWith = `cp price.py kept && echo 'def price(n): return n * 3' > price.py; ${command}; status=$?; cp kept price.py; exit $status`;
    const entry = { name: 'prices', command, junit: 'junit.xml', proveWith };
    const green = await run(entry);
    expect(green).toMatchObject({
      counts: { tests: 2, failed: 0, skipped: 0 },
      doubts: [],
      proof: { identical: false, counts: { failed: 1 } },
    });
    expect(judgeSuite(green).verdict).toBe('pass');
    file('def test_two(): pass\n');
    expect(judgeSuite(await run(entry))).toMatchObject({
      verdict: 'fail',
      reason: /1 tests are gone/,
    });
    file(
      'import pytest\npytestmark = pytest.mark.skip\ndef test_two(): pass\ndef test_zero(): pass\n',
    );
    expect(judgeSuite(await run(entry))).toMatchObject({
      verdict: 'unknown',
      reason: 'all 2 tests were skipped',
    });
    file('import no_such_module\n');
    expect(judgeSuite(await run(entry)).verdict).toBe('fail');
    rmSync(join(root, 'test_price.py'));
    expect(judgeSuite(await run(entry))).toMatchObject({
      verdict: 'unknown',
      reason: /no test ran/,
    });
  },
);

test('the test runner of Node', async () => {
  writeFileSync(
    join(root, 'price.test.mjs'),
    `import test from 'node:test'; import assert from 'node:assert';
     test('two', () => assert.equal(2 * 2, 4)); test.todo('later');`,
  );
  const node = JSON.stringify(process.execPath);
  const command = `${node} --test --test-reporter=junit --test-reporter-destination=junit.xml`;
  const proveWith = command;
  const suite = await run({ name: 'prices', command, junit: 'junit.xml', proveWith });
  expect(suite.counts).toEqual({ tests: 2, failed: 0, skipped: 1 });
  expect(judgeSuite(suite)).toMatchObject({ verdict: 'unknown', reason: /it proves nothing/ });
});
