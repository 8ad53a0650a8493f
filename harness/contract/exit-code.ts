import type { Verdict } from './verdict.ts';

/** The codes a command may end with. Never a count: 256 failures would become 0. */
export const exitCodes = {
  pass: 0,
  fail: 1,
  unknown: 2,
  usage: 64,
  fault: 70,
  interrupted: 130,
  terminated: 143,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Worst first: a fault of the harness hides everything else, a failure hides an unknown. */
const precedence: readonly ExitCode[] = [143, 130, 70, 64, 1, 2, 0];

export function exitCodeOf(verdict: Verdict): ExitCode {
  switch (verdict) {
    case 'pass':
      return exitCodes.pass;
    case 'fail':
      return exitCodes.fail;
    case 'unknown':
    case 'not-applicable':
      return exitCodes.unknown;
  }
}

/** Merges the exit codes of several parts into one; no parts at all is `unknown`. */
export function mergeExitCodes(codes: readonly ExitCode[]): ExitCode {
  return precedence.find((code) => codes.includes(code)) ?? exitCodes.unknown;
}
