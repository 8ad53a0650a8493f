import { baselineFormat, type Baseline } from '../../contract/baseline.ts';
import type { Environment } from '../../contract/environment.ts';
import type { Measurement } from '../../contract/measurement.ts';
import { measureTrends } from './measure-trend.ts';

/**
 * How a run stands among those recorded before it, in as few lines as it takes: each number that left its level, and one line for
 * all of them together.
 *
 * @returns `trend.<id>` for each number whose level changed lately, and `trend.levels`: how many rose, of how many that were recorded
 *   often enough on this kind of machine; `not-applicable` while there are none.
 */
export function measureLevels(
  stored: readonly Baseline[],
  measurements: readonly Measurement[],
  here: Environment,
): Measurement[] {
  const known = measurements.filter(({ verdict }) => verdict !== 'unknown');
  const run = { format: baselineFormat, at: '', environment: here, measurements: known } as const;
  const trends = measureTrends([...stored, run], here);
  const judged = trends.filter(({ verdict }) => verdict !== 'not-applicable');
  const changed = judged.filter(({ reason }) => reason !== undefined);
  const risen = changed.filter(({ verdict }) => verdict === 'fail').length;
  const levels = {
    id: 'trend.levels',
    title: 'numbers that rose against the recorded runs',
    unit: 'count',
    value: risen,
    n: judged.length,
  } as const;
  if (judged.length > 0) {
    return [...changed, { ...levels, limit: 0, verdict: risen > 0 ? 'fail' : 'pass' }];
  }
  const reason = trends[0]?.reason ?? 'nothing was measured that keeps a level';
  return [{ ...levels, verdict: 'not-applicable', reason }];
}
