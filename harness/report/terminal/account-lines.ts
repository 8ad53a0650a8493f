import type { CheckResult } from '../../contract/check-result.ts';
import { counted } from '../summary/counted.ts';
import { cut } from '../text/columns.ts';
import type { Screen } from '../reporter.ts';
import type { Theme } from './theme.ts';

const buckets = ['lost', 'unexpected', 'duplicated', 'recovered'] as const;

/** Exactly once, accounted in its four buckets by every check that keeps them. */
export function accountLines(
  checks: readonly CheckResult[],
  screen: Screen,
  { palette, glyphs }: Theme,
): string[] {
  const keeping = checks.filter(
    ({ exercised, counts }) =>
      exercised > 0 && buckets.every((name) => counts?.[name] !== undefined),
  );
  if (keeping.length === 0) return [];
  const widest = Math.max(...keeping.map(({ id }) => id.length));
  return [
    '',
    palette.title('exactly once'),
    ...keeping.map((check) =>
      cut(`  ${check.id.padEnd(widest)}  ${counted(check)}`, screen.width, glyphs.ellipsis),
    ),
  ];
}
