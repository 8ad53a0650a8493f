/**
 * Every test of the house: unit tests and three suites under vitest, the staging suite under Playwright; with the
 * word `long`, the ones that would make that wait (`*.long.test.ts`).
 * Ends with one line that counts them; further words after `--` go to vitest.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const VitestReportSchema = z
  .looseObject({
    numPassedTests: z.int(),
    numFailedTests: z.int(),
    numFailedTestSuites: z.int(),
    numPendingTests: z.int(),
    numTodoTests: z.int(),
  })
  .transform((report): Counts => ({
    passed: report.numPassedTests,
    failed: Math.max(report.numFailedTests, Math.sign(report.numFailedTestSuites)),
    skipped: report.numPendingTests + report.numTodoTests,
  }));

const PlaywrightReportSchema = z
  .looseObject({
    stats: z.looseObject({
      expected: z.int(),
      unexpected: z.int(),
      flaky: z.int(),
      skipped: z.int(),
    }),
  })
  .transform(({ stats }): Counts => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));

const folder = mkdtempSync(join(tmpdir(), 'golden-path-tests-'));

/** Runs one runner; one that leaves no report counts as one failed test, because something was not tested. */
function run(
  command: readonly string[],
  report: string,
  schema: z.ZodType<Counts>,
  env: Record<string, string> = {},
): Counts {
  const [name = '', ...words] = command;
  const { status } = spawnSync(name, words, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    // The tests start this program dozens of times: what one start has compiled, the next ones need not.
    env: { NODE_COMPILE_CACHE: join(folder, 'compiled'), ...process.env, ...env },
  });
  let counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    counts = schema.parse(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return { ...counts, failed: 1 };
  }
  return status === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

const [first, ...others] = process.argv.slice(2);
const long = first === 'long';
const words = long ? others : process.argv.slice(2);
const vitestReport = join(folder, 'vitest.json');
const playwrightReport = join(folder, 'playwright.json');
const parts = [
  run(
    [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${vitestReport}`,
      `--project=${long ? '' : '!'}long`,
      ...words,
    ],
    vitestReport,
    VitestReportSchema,
  ),
];
if (!long) {
  parts.push(
    run(['playwright', 'test', '--reporter=list,json'], playwrightReport, PlaywrightReportSchema, {
      PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
      NODE_OPTIONS: '--conditions=golden-path-source',
    }),
  );
}
rmSync(folder, { recursive: true, force: true });

const total = (key: keyof Counts): number => parts.reduce((sum, part) => sum + part[key], 0);
process.stdout.write(
  `tests: ${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped\n`,
);
process.exitCode = total('failed') === 0 && total('passed') > 0 ? 0 : 1;
