import type { CheckResult } from '../../contract/check-result.ts';
import { formatCount } from '../text/format-count.ts';

/** What a check has counted on the way, in words; empty where it counts nothing. */
export function counted({ counts = {} }: CheckResult): string {
  return Object.entries(counts)
    .map(([name, count]) => `${formatCount(count)} ${name.replaceAll('_', ' ')}`)
    .join(' · ');
}
