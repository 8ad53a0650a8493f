import type { NightTrend } from '../../contract/night.ts';
import type { Result } from '../../contract/result.ts';
import { findChangePoints } from '../../perf/stats/change-points.ts';
import { unstableOf } from '../dashboard/unstable.ts';
import type { Digest } from '../digest/digest.ts';
import { digestOf } from '../digest/digest-of.ts';

/** How a nightly run is told from the gates of the same target. */
const nightly = 'golden-path nightly';

/** Nights in which a verdict that comes and goes is looked for: what was repaired a month ago is no news. */
const flakyNights = 14;

/** Latencies that people feel; every other measurement has its chart. */
const shown = /^(?:load|soak)\.(?:first-event|run)\.p95$|^reconnect\.p95$/;

/** How tonight stands among the stored runs of its target, oldest first; runs that are no nights are left aside. */
export function compareNights(tonight: Result, stored: readonly Digest[]): NightTrend {
  const earlier = stored.filter(
    ({ command, run_id: id, started_at: at }) =>
      command.startsWith(nightly) && id !== tonight.run_id && at < tonight.started_at,
  );
  const last = earlier.at(-1);
  const nights = [...earlier, digestOf(tonight)];
  return {
    nights: earlier.length,
    ...(last === undefined
      ? {}
      : {
          last: { run_id: last.run_id, started_at: last.started_at, verdict: last.verdict },
        }),
    turned: last === undefined ? [] : findTurns(last, tonight),
    flaky: findFlaky(nights.slice(-flakyNights)),
    levels: findLevels(nights),
  };
}

function findTurns(last: Digest, { gate }: Result): NightTrend['turned'] {
  return (gate?.criteria ?? []).flatMap(({ id, verdict: to }) => {
    const from = last.criteria.find((one) => one.id === id)?.verdict;
    return from === undefined || from === to ? [] : [{ id, from, to }];
  });
}

/** Not passed in `k` of the `n` nights that judged it. */
function findFlaky(nights: readonly Digest[]): NightTrend['flaky'] {
  return unstableOf(nights).map(({ id, flaky }) => {
    const judged = nights.flatMap(({ checks }) => checks.filter((check) => check.id === id));
    if (judged.length === 0) return { id, k: flaky, n: nights.length };
    return { id, k: judged.filter(({ verdict }) => verdict !== 'pass').length, n: judged.length };
  });
}

function findLevels(nights: readonly Digest[]): NightTrend['levels'] {
  const tonight = nights.at(-1);
  return (tonight?.measurements ?? [])
    .filter(({ id, n }) => shown.test(id) && n > 0)
    .map(({ id, unit, value }) => {
      const series = nights.flatMap(({ started_at: at, measurements }) => {
        const measured = measurements.find((one) => one.id === id && one.n > 0);
        return measured === undefined ? [] : [{ at, value: measured.value }];
      });
      const change = lastChange(series);
      return { id, unit, value, n: series.length, ...(change === undefined ? {} : { change }) };
    });
}

/** The last level that was reached and kept, beside the one before it. */
function lastChange(
  series: readonly { readonly at: string; readonly value: number }[],
): NightTrend['levels'][number]['change'] {
  const change = findChangePoints(series.map(({ value }) => value)).at(-1);
  const first = change === undefined ? undefined : series[change.index];
  if (change === undefined || first === undefined) return undefined;
  const { index, before, after } = change;
  return { since: first.at, nights: series.length - index, before, after };
}
