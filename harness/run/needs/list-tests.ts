import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Result } from '../../contract/result.ts';
import { sourceFlags } from '../../targets/source-flags.ts';
import { inheritedEnvironment } from '../inherited-environment.ts';
import { codePath, codeRoot, dependencyPath } from '../package-root.ts';
import { suiteTable } from '../suites/suite-table.ts';

type Discovery = NonNullable<Result['discovery']>;

const listMs = 60_000;
const maxOutput = 64 * 1024 * 1024;

const VitestListSchema = z.array(z.looseObject({ projectName: z.string() }));

const PlaywrightSuiteSchema = z.looseObject({
  specs: z.array(z.unknown()).default([]),
  get suites() {
    return z.array(PlaywrightSuiteSchema).default([]);
  },
});
type PlaywrightSuite = z.output<typeof PlaywrightSuiteSchema>;

/** Asks the runners themselves which tests each suite has: what they would not run is not there. */
export async function listTests(): Promise<Discovery> {
  const [vitest, staging] = await Promise.all([listVitest(), listPlaywright()]);
  return [...vitest, staging];
}

async function listVitest(): Promise<Discovery> {
  const names = suiteTable.flatMap(({ name, runner }) => (runner === 'vitest' ? [name] : []));
  const projects = names.map((name) => `--project=${name}`);
  const config = `--config=${codePath('vitest.config')}`;
  try {
    const words = [dependencyPath('vitest', 'vitest.mjs'), 'list', config, ...projects, '--json'];
    const listed = VitestListSchema.parse(JSON.parse(await ask(words)));
    return names.map((suite) => ({
      suite,
      tests: listed.filter(({ projectName }) => projectName === suite).length,
    }));
  } catch (error) {
    return names.map((suite) => ({ suite, tests: 0, problem: firstLine(error) }));
  }
}

async function listPlaywright(): Promise<Discovery[number]> {
  const config = `--config=${codePath('playwright.config')}`;
  const words = [dependencyPath('playwright', 'cli.js'), 'test', '--list', config];
  try {
    const report = JSON.parse(await ask([...words, '--reporter=json'])) as unknown;
    return { suite: 'staging', tests: countSpecs(PlaywrightSuiteSchema.parse(report)) };
  } catch (error) {
    return { suite: 'staging', tests: 0, problem: firstLine(error) };
  }
}

function countSpecs({ specs, suites }: PlaywrightSuite): number {
  return specs.length + suites.reduce((sum, suite) => sum + countSpecs(suite), 0);
}

async function ask(words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [...sourceFlags(), ...words], {
    cwd: codeRoot,
    env: inheritedEnvironment(),
    timeout: listMs,
    maxBuffer: maxOutput,
  });
  return stdout;
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] ?? text;
}
