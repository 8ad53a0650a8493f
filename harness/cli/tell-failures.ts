import type { ExitCode } from '../contract/exit-code.ts';
import type { HarnessError } from '../contract/harness-error.ts';
import type { Console } from './console.ts';
import { describeError } from './describe-error.ts';

/** Tells which reports could not be written; returns the exit codes that this adds. */
export function tellFailures(failures: readonly HarnessError[], console: Console): ExitCode[] {
  for (const failure of failures) console.say(describeError(failure, false).trimEnd());
  return failures.map(({ exitCode }) => exitCode);
}
