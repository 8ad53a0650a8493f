import type { Verdict } from '../../contract/verdict.ts';

/** A verdict as it is shown: a SHOULD that failed, or something not yet required, only warns. */
export type Standing = 'pass' | 'fail' | 'warn' | 'unknown' | 'none';

/** Worst first: the order in which a reader wants to hear of them. */
export const standings = ['fail', 'unknown', 'warn', 'pass', 'none'] as const;

export const standingWords: Readonly<Record<Standing, string>> = {
  pass: 'pass',
  fail: 'fail',
  warn: 'warning',
  unknown: 'unknown',
  none: 'n/a',
};

export function standingOf(verdict: Verdict, required: boolean): Standing {
  switch (verdict) {
    case 'pass':
      return 'pass';
    case 'fail':
      return required ? 'fail' : 'warn';
    case 'unknown':
      return required ? 'unknown' : 'warn';
    case 'not-applicable':
      return 'none';
  }
}
