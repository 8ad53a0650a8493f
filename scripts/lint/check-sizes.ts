import { readFileSync } from 'node:fs';
import { sourceFiles } from './source-files.ts';

const limits = { median: 80, p90: 200, cap: 400, testCap: 800 };

/** Small files, one idea each: the limits of docs/architecture.md. */
export function checkSizes(): string[] {
  const sizes = sourceFiles().map((file) => ({
    file,
    test: /\.(test|spec)\.ts$/.test(file),
    lines: readFileSync(file, 'utf8').split('\n').length - 1,
  }));
  const tooLong = sizes
    .filter(({ test, lines }) => lines > (test ? limits.testCap : limits.cap))
    .map(({ file, lines }) => `${file}: ${lines} lines`);
  const sorted = sizes
    .filter(({ test }) => !test)
    .map(({ lines }) => lines)
    .toSorted((left, right) => left - right);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  const [median, p90] = [at(0.5), at(0.9)];
  if (median > limits.median) tooLong.push(`median ${median} lines, allowed ${limits.median}`);
  if (p90 > limits.p90) tooLong.push(`p90 ${p90} lines, allowed ${limits.p90}`);
  return tooLong;
}
