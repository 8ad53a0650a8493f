import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Allowance } from '../../contract/allowance.ts';
import { referenceProfile } from '../profiles/reference/index.ts';
import { awaitTurn } from './await-turn.ts';
import { countRuns, nextRunAt, spendRuns } from './ledger.ts';
import { withAllowance } from './with-allowance.ts';

const hourMs = 3_600_000;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-path-allowance-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function allow(part: Partial<Allowance> = {}): Allowance {
  const ledger = join(folder, 'runs');
  return { ledger, runs: 5, perSecond: 1000, until: Date.now() + hourMs, ...part };
}

test('so many runs and not one more', () => {
  const allowance = allow();
  expect(countRuns(allowance)).toBe(0);
  for (let nth = 0; nth < 5; nth += 1) spendRuns(allowance);
  expect(() => spendRuns(allowance)).toThrow(
    expect.objectContaining({ code: 'ALLOWANCE_SPENT', exitCode: 2 }),
  );
  expect(countRuns(allowance)).toBe(5);
});

test('several are paid for together or not at all', () => {
  const allowance = allow();
  spendRuns(allowance, 3);
  expect(() => spendRuns(allowance, 3)).toThrow('the 5 runs of --max-runs are spent, 3 more');
  expect(countRuns(allowance)).toBe(3);
});

test('processes that spend at once never get more than there is', async () => {
  const allowance = allow({ runs: 60 });
  const ledger = JSON.stringify(new URL('ledger.ts', import.meta.url).href);
  const script = `
    const { spendRuns } = await import(${ledger});
    let got = 0;
    for (let nth = 0; nth < 50; nth += 1) {
      try { spendRuns(${JSON.stringify(allowance)}); got += 1; } catch {}
    }
    process.stdout.write(String(got));`;
  const words = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script];
  const spenders = Array.from({ length: 3 }, () => promisify(execFile)(process.execPath, words));
  const got = (await Promise.all(spenders)).map(({ stdout }) => Number(stdout));
  const sum = got.reduce((total, one) => total + one, 0);
  expect(sum).toBeLessThanOrEqual(60);
  // Whoever asked for the last ones at the same moment may have been refused.
  expect(sum).toBeGreaterThan(60 - 3);
});

test('what was spent is waited for at the rate, also by those who come later', () => {
  const allowance = allow({ perSecond: 2 });
  const before = Date.now();
  spendRuns(allowance, 3);
  spendRuns(allowance);
  const after = Date.now();
  expect(nextRunAt(allowance)).toBeGreaterThanOrEqual(before + 2000);
  expect(nextRunAt(allowance)).toBeLessThanOrEqual(after + 2000);
});

test('nobody waits who has not spent, and nobody waits for what will not come', async () => {
  await awaitTurn(undefined);
  await awaitTurn(allow());
  const short = allow({ perSecond: 0.001, until: Date.now() + hourMs / 10 });
  spendRuns(short);
  await expect(awaitTurn(short)).rejects.toThrow('the time of --max-duration is over');
});

test('nothing is started when the time is over', () => {
  const allowance = allow({ until: Date.now() - 1 });
  expect(() => spendRuns(allowance)).toThrow('the time of --max-duration is over');
  expect(countRuns(allowance)).toBe(0);
});

test('whoever phrases a message pays for it; the target itself stays as it was', () => {
  const target = {
    name: 'staging',
    url: 'http://127.0.0.1:1',
    profile: referenceProfile,
    users: [],
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  const allowance = allow({ runs: 1 });
  const { intents } = withAllowance(target, allowance).profile;
  const message = { content: 'echo a', key: 'k', thread: undefined };
  expect(intents.chat(message)).toBe(referenceProfile.intents.chat(message));
  expect(() => intents.chat(message)).toThrow('--max-runs');
  expect(intents.cancel?.('run')).toBe(referenceProfile.intents.cancel?.('run'));
  expect(withAllowance(target, undefined)).toBe(target);
});
