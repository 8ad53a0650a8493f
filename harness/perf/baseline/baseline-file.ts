import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { baselineFormat, BaselineSchema, type Baseline } from '../../contract/baseline.ts';
import { describeIssues } from '../../contract/describe-issues.ts';
import type { Environment } from '../../contract/environment.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import type { Measurement } from '../../contract/measurement.ts';

function parseLine(file: string, line: string, number: number): Baseline {
  const where = `${file}:${number}`;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new HarnessError('BASELINE_UNREADABLE', 'a line is not JSON', { where, cause });
  }
  const parsed = BaselineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [problem = 'not a baseline'] = describeIssues(BaselineSchema, parsed.error);
  throw new HarnessError('BASELINE_UNREADABLE', problem, { where });
}

/**
 * Reads a baseline file, oldest run first; a file that is not there yet holds none.
 *
 * @throws {HarnessError} BASELINE_UNREADABLE with file and line.
 */
export async function readBaselines(file: string): Promise<Baseline[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new HarnessError('BASELINE_UNREADABLE', error.message, { where: file, cause: error });
  });
  return text
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(file, line, index + 1)]));
}

/** Appends what one run measured; the file and its folder are made when they are missing. */
export async function appendBaseline(
  file: string,
  run: { at: Date; environment: Environment; measurements: readonly Measurement[] },
): Promise<void> {
  const line = BaselineSchema.parse({
    format: baselineFormat,
    at: run.at.toISOString(),
    environment: run.environment,
    measurements: run.measurements.map(({ distribution: _picture, ...measurement }) => measurement),
  } satisfies Baseline);
  await mkdir(dirname(file), { recursive: true });
  await appendFile(file, `${JSON.stringify(line)}\n`);
}
