import type { Baseline } from '../../contract/baseline.ts';
import type { Environment } from '../../contract/environment.ts';
import type { Measurement } from '../../contract/measurement.ts';
import { findChangePoints } from '../stats/change-points.ts';
import { fingerprint } from './fingerprint.ts';

/** Fewer runs show no trend: of fewer, even five below and four above are too often chance. */
const fewestRuns = 10;

/** Less is no change that anybody would look into. */
const minEffect = 0.05;

/** A change older than this has been reported before. */
const recentRuns = 10;

type Stored = Baseline['measurements'][number];

/** Ratios compare everywhere; absolute numbers only where they were measured on the same kind of machine. */
function isComparable(run: Baseline, { unit }: Stored, here: string): boolean {
  return unit === 'ratio' || fingerprint(run.environment) === here;
}

/**
 * CPU time, sizes, counts and ratios. Wall times are too noisy to show a change of 10 % before it is old; of the sessions carried,
 * more is better, and their number is found in steps of an eighth.
 */
function isSteady({ id, unit }: Stored): boolean {
  if (id.endsWith('.wall') || id === 'load.knee') return false;
  return ['ratio', 'us', 'bytes', 'count'].includes(unit);
}

function judge(series: readonly Stored[], last: Stored): Measurement {
  const base = {
    id: `trend.${last.id}`,
    title: `${last.title}: change of level over stored runs`,
    unit: 'ratio',
    n: series.length,
  } as const;
  if (series.length < fewestRuns) {
    const reason = `needs ${fewestRuns} comparable runs, has ${series.length}`;
    return { ...base, value: 1, verdict: 'not-applicable', reason };
  }
  const values = series.map(({ value }) => value);
  const change = findChangePoints(values, { minEffect }).at(-1);
  if (change === undefined || change.index < series.length - recentRuns) {
    return { ...base, value: 1, verdict: 'pass' };
  }
  const ratio = change.after / change.before;
  return {
    ...base,
    value: ratio,
    verdict: ratio > 1 ? 'fail' : 'pass',
    reason: `the level changed ${series.length - change.index} runs ago`,
  };
}

/**
 * Looks for changes of level in stored runs, one measurement `trend.<id>` for each number of the last run.
 * Slow and sure: a change of 10 % shows after about five further runs.
 */
export function measureTrends(runs: readonly Baseline[], here: Environment): Measurement[] {
  const print = fingerprint(here);
  const latest = runs.at(-1)?.measurements ?? [];
  return latest
    .filter((last) => last.value > 0 && isSteady(last) && !last.id.startsWith('trend.'))
    .map((last) => {
      const series = runs.flatMap((run) =>
        run.measurements.filter(
          (stored) => stored.id === last.id && stored.value > 0 && isComparable(run, stored, print),
        ),
      );
      return judge(series, last);
    });
}
