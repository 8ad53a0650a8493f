import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { whyStopped } from '../why-stopped.ts';
import { codePath, codeRoot, dependencyPath } from '../package-root.ts';
import { sourceFlags } from '../../targets/source-flags.ts';
import { inheritedEnvironment } from '../inherited-environment.ts';
import type { Result } from '../../contract/result.ts';
import type { SuiteEntry } from './suite-table.ts';

export interface SuiteOrder {
  readonly suite: SuiteEntry;
  readonly runFolder: string;
  /** Variables of `suiteEnvironment`, plus whatever the target needs. */
  readonly environment: Readonly<Record<string, string>>;
  /** This part of the suite's tests only. */
  readonly shard?: { readonly index: number; readonly count: number };
  /** The target is shared and its people are no demo users: be polite, and keep what they type out of every file. */
  readonly rationed?: boolean;
  /** Further words for the runner, such as names of test files. */
  readonly words?: readonly string[];
  readonly signal?: AbortSignal;
}

/** Runs one suite in a process of its own and waits for its end; what it saw lies in the run's fragments. */
export async function startSuite(order: SuiteOrder): Promise<Result['suites'][number]> {
  const started = performance.now();
  const log = `${order.suite.name}.log`;
  const child = spawn(
    process.execPath,
    [...sourceFlags(), ...commandOf(order), ...shardOf(order), ...(order.words ?? [])],
    {
      cwd: codeRoot,
      env: { ...inheritedEnvironment(), ...order.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(order.signal === undefined ? {} : { signal: order.signal, killSignal: 'SIGTERM' }),
    },
  );
  const file = createWriteStream(join(order.runFolder, log));
  child.stderr.pipe(file, { end: false });
  const printed = pipeline(child.stdout, file);
  const ended = once(child, 'close').then(([code, signal]) => {
    return typeof code === 'number' ? `exit ${code}` : String(signal);
  });
  const ending = await ended.catch((error: unknown) => {
    const why = whyStopped(order.signal);
    if (why === undefined && order.signal?.aborted === true) return 'stopped: interrupted';
    return why === undefined ? String(error) : `stopped: ${why}`;
  });
  await printed;
  const duration_ms = Math.round(performance.now() - started);
  return { name: order.suite.name, ending, duration_ms, log };
}

/** The runners split their tests themselves; a part without any is none of their troubles. */
function shardOf({ shard, suite }: SuiteOrder): string[] {
  if (shard === undefined) return [];
  const nothing = suite.runner === 'vitest' ? '--passWithNoTests' : '--pass-with-no-tests';
  return [`--shard=${shard.index}/${shard.count}`, nothing];
}

function commandOf({ suite, runFolder, rationed = false }: SuiteOrder): string[] {
  if (suite.runner === 'vitest') {
    return [
      dependencyPath('vitest', 'vitest.mjs'),
      'run',
      `--config=${codePath('vitest.config')}`,
      `--project=${suite.name}`,
      '--reporter=verbose',
      `--reporter=${codePath('harness/run/suites/vitest-reporter')}`,
    ];
  }
  return [
    dependencyPath('playwright', 'cli.js'),
    'test',
    `--config=${codePath('playwright.config')}`,
    // Emptied at every start: two runs at once must not share it.
    `--output=${join(runFolder, 'test-results')}`,
    '--reporter',
    `list,${codePath('harness/run/suites/playwright-reporter')}`,
    // One person at a time; and a trace holds every word that was typed, a password for example.
    ...(rationed ? ['--workers=1', '--trace=off'] : []),
  ];
}
