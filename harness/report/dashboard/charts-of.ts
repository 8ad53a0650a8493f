import { findChangePoints } from '../../perf/stats/change-points.ts';
import type { Digest } from '../digest/digest.ts';
import { scaleOf } from '../text/format-quantity.ts';
import type { Chart } from './chart.ts';

type Measured = Digest['measurements'][number];

/** The trends of one target: its burn-down first, then a chart per measurement. Digests are oldest first. */
export function chartsOf(digests: readonly Digest[], prefix: string): Chart[] {
  const measured = digests.flatMap(({ measurements }) => measurements.filter(({ n }) => n > 0));
  const ids = [...new Set(measured.map(({ id }) => id))];
  const families = [...Map.groupBy(ids, (id) => id.replace(percentile, ''))];
  return [
    ...burnDown(digests, `${prefix}-burn-down`),
    ...families.map(([family, members], index) => {
      const place = `${prefix}-chart-${String(index)}`;
      const charts = members.map((id) => measurementChart(digests, id, place));
      return charts.length === 1 ? charts : percentileChart(family, charts);
    }),
  ].flat();
}

/** Percentiles of one quantity belong into one picture. */
const percentile = /\.p\d+$/;

/** One line per percentile; a limit and the changes of level are those of the line that carries the limit. */
function percentileChart(title: string, charts: readonly Chart[]): Chart[] {
  const leading = charts.find(({ limit }) => limit !== undefined) ?? charts[0];
  if (leading === undefined) return [];
  const times = [...new Set(charts.flatMap((chart) => chart.times))].toSorted((a, b) => a - b);
  const lines = charts.flatMap((chart) =>
    chart.lines.map(({ label, values }) => {
      const valueAt = new Map(chart.times.map((time, index) => [time, values[index] ?? null]));
      return {
        label: label.slice(title.length + 1),
        values: times.map((time) => valueAt.get(time) ?? null),
      };
    }),
  );
  const { band: _, ...rest } = leading;
  const largest = Math.max(...lines.flatMap(({ values }) => values).map(Number));
  return [
    {
      ...rest,
      title,
      times,
      lines,
      ...(rest.unit === '' ? {} : { scale: scaleOf(largest, rest.unit as Measured['unit']) }),
    },
  ];
}

function secondsOf({ started_at: started }: Digest): number {
  return Date.parse(started) / 1000;
}

function burnDown(digests: readonly Digest[], place: string): Chart[] {
  const audited = digests.filter(({ implementations }) => Object.keys(implementations).length > 0);
  const roles = new Set(audited.flatMap(({ implementations }) => Object.keys(implementations)));
  if (roles.size === 0) return [];
  return [
    {
      place,
      title: 'Implementations per role (1 is the goal)',
      unit: '',
      times: audited.map(secondsOf),
      lines: [...roles].map((role) => ({
        label: role,
        values: audited.map(({ implementations }) => implementations[role] ?? null),
      })),
      limit: 1,
      changes: [],
    },
  ];
}

function measurementChart(digests: readonly Digest[], id: string, place: string): Chart {
  const runs = digests.flatMap((digest) => {
    // Without a single sample there is no number, and zero would be a good one.
    const measured = digest.measurements.find((one) => one.id === id && one.n > 0);
    return measured === undefined ? [] : [{ time: secondsOf(digest), measured }];
  });
  const values = runs.map(({ measured }) => measured.value);
  const edge = (side: 0 | 1): (number | null)[] =>
    runs.map(({ measured }) => measured.interval?.[side] ?? null);
  const latest: Measured | undefined = runs.at(-1)?.measured;
  return {
    place,
    title: id,
    unit: latest?.unit ?? '',
    ...(latest === undefined ? {} : { scale: scaleOf(Math.max(...values), latest.unit) }),
    times: runs.map(({ time }) => time),
    lines: [{ label: id, values }],
    ...(runs.some(({ measured }) => measured.interval)
      ? { band: { low: edge(0), high: edge(1) } }
      : {}),
    ...(latest?.limit === undefined ? {} : { limit: latest.limit }),
    changes: findChangePoints(values).flatMap(({ index }) => runs[index]?.time ?? []),
  };
}
