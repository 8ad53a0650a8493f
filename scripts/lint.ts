/** Everything `npm run lint` checks, in the order in which a person wants to hear about it. */
import { spawnSync } from 'node:child_process';
import { checkProtocolNames } from './lint/check-protocol-names.ts';
import { checkSizes } from './lint/check-sizes.ts';
import { countModules } from './lint/count-modules.ts';

interface Step {
  readonly name: string;
  /** Problems found; none means the step passed. */
  run(): string[];
}

function command(name: string, words: readonly string[]): Step {
  return {
    name,
    run() {
      const ended = spawnSync(name, words, {
        encoding: 'utf8',
        shell: process.platform === 'win32',
      });
      return ended.status === 0 ? [] : [`${ended.stdout}${ended.stderr}`.trim()];
    },
  };
}

const steps: readonly Step[] = [
  command('tsc', ['-p', '.']),
  command('tsc', ['-p', 'harness/report/html/page']),
  command('tsc', ['-p', 'harness/report/dashboard/page']),
  command('tsc', ['-p', 'harness/probe/page/client']),
  command('oxfmt', ['--check', '.']),
  command('oxlint', ['--type-aware']),
  command('depcruise', [
    '-c',
    '.dependency-cruiser.js',
    '--output-type',
    'err-long',
    'harness',
    'suites',
  ]),
  { name: 'modules visited', run: countModules },
  command('knip', []),
  { name: 'sizes', run: checkSizes },
  { name: 'protocol names', run: () => checkProtocolNames() },
  {
    name: 'generated files',
    run: () => command('node', ['scripts/generate.ts', '--check']).run(),
  },
];

let failed = false;
for (const step of steps) {
  const problems = step.run();
  process.stderr.write(`${problems.length === 0 ? 'ok   ' : 'FAIL '} ${step.name}\n`);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  failed ||= problems.length > 0;
}
process.exitCode = failed ? 1 : 0;
