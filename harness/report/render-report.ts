import { HarnessError } from '../contract/harness-error.ts';
import type { Result } from '../contract/result.ts';
import { suggest } from '../contract/suggestion.ts';
import type { Reporter, Screen } from './reporter.ts';
import { reporterTable } from './reporter-table.ts';

/** The reporter of this name. Throws `REPORTER_UNKNOWN` with the name that was probably meant. */
export function findReporter(name: string): Reporter {
  const found = reporterTable.find((reporter) => reporter.name === name);
  if (found !== undefined) return found;
  const names = reporterTable.map((reporter) => reporter.name);
  const guess = suggest(name, names);
  const hint = guess === undefined ? `known: ${names.join(', ')}` : `did you mean "${guess}"?`;
  throw new HarnessError('REPORTER_UNKNOWN', `there is no reporter "${name}" (${hint})`);
}

/** Renders, and turns a crash of the reporter into `REPORTER_FAILED`: the verdict stands whatever a format does. */
export function renderReport(reporter: Reporter, result: Result, screen: Screen): string {
  try {
    return reporter.render(result, screen);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new HarnessError(
      'REPORTER_FAILED',
      `the reporter "${reporter.name}" failed: ${message}`,
      {
        cause,
      },
    );
  }
}
