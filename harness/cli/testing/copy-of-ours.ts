import { cpSync, mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

/** A copy of this package that a test may break, with one small suite in place of mission-critical. */
export interface BrokenCopy extends Disposable {
  readonly bin: string;
  /** Writes a file of the copy. */
  write(path: string, text: string): void;
  remove(path: string): void;
}

const copied = [
  'bin',
  'harness',
  'package.json',
  'playwright.config.ts',
  'vitest.config.ts',
  'suites',
];
const left = new Set(['strangers', 'specimens', 'node_modules']);

/** Where the small suite stands in the copy. */
export const smallSuite: string = join('suites', 'mission-critical', 'small.test.ts');

/** A suite of one test that walks the path and hands over what it met; `more` runs at its end. */
export function smallSuiteSource(more = '', how = 'test'): string {
  return `
import { handOver, journeyTable, observe, openSuiteTarget } from 'golden-path';
import { afterAll, beforeAll, expect, test } from 'vitest';
let target;
beforeAll(async () => { target = await openSuiteTarget(); });
afterAll(() => target?.[Symbol.asyncDispose]());
${how}('people chat', async ({ task }) => {
  const { journey } = journeyTable.find((entry) => entry.journey.name === 'truth');
  const seen = await observe(target, journey);
  const checks = seen.checks.filter(({ exercised }) => exercised > 0);
  const value = { segment: 'all', goal: 'answers', impact: 'none' };
  await handOver(task, { covers: [], value, checks, histories: [...seen.histories] });
  expect(checks.filter(({ verdict, level }) => level === 'MUST' && verdict === 'fail')).toEqual([]);
  ${more}
});
`;
}

export function copyOurs(): BrokenCopy {
  const root = mkdtempSync(join(tmpdir(), 'golden-path-copy-'));
  for (const part of copied) {
    const filter = (path: string): boolean => !left.has(basename(path));
    cpSync(resolve(part), join(root, part), { recursive: true, filter });
  }
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  const copy: BrokenCopy = {
    bin: join(root, 'bin', 'golden-path.js'),
    write(path, text) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    remove: (path) => rmSync(join(root, path), { recursive: true, force: true }),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
  copy.remove(join('suites', 'mission-critical'));
  copy.write(smallSuite, smallSuiteSource());
  return copy;
}
