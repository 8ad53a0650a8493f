import type { Standing } from '../summary/standing.ts';

/** How a standing is shown where there is no colour. */
export const signs: Readonly<Record<Standing, string>> = {
  pass: '✅',
  fail: '❌',
  warn: '⚠️',
  unknown: '❔',
  none: '➖',
};
