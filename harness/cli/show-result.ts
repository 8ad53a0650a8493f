import { exitCodes, type ExitCode } from '../contract/exit-code.ts';
import type { Result } from '../contract/result.ts';
import { findReporter, renderReport } from '../report/render-report.ts';
import type { Console } from './console.ts';

/** Prints a result for people, by the reporter named, or as JSON, and returns the exit code of its verdict. */
export function showResult(
  result: Result,
  json: boolean,
  console: Console,
  page?: string,
  reporter = console.compact ? 'compact' : 'terminal',
): ExitCode {
  const screen = page === undefined ? console.screen : { ...console.screen, page };
  console.write(renderReport(findReporter(json ? 'json' : reporter), result, screen));
  return (result.gate?.exit_code ?? exitCodes.unknown) as ExitCode;
}
