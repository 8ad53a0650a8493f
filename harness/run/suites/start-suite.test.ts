import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { outOfTime } from '../../targets/allowance/ledger.ts';
import { startSuite } from './start-suite.ts';
import { suiteTable } from './suite-table.ts';

it.each([
  [undefined, /^stopped: interrupted$/],
  [outOfTime(), /^stopped: .*time/],
])(
  'a suite that is stopped because of %s says so, and not how Node calls it',
  async (why, said) => {
    const runFolder = mkdtempSync(join(tmpdir(), 'golden-path-suite-'));
    onTestFinished(() => rmSync(runFolder, { recursive: true, force: true }));
    const [suite] = suiteTable;
    const signal = AbortSignal.abort(why);
    const { ending } = await startSuite({ suite, runFolder, environment: {}, signal });
    expect(ending).toMatch(said);
  },
);
