import type { Night, NightTrend } from '../../contract/night.ts';
import { formatDuration } from '../text/format-duration.ts';
import { formatQuantities } from '../text/format-quantity.ts';
import { formatTime } from '../text/format-time.ts';
import { plural } from '../text/plural.ts';

/** One thing worth knowing of a night: what it is about, and the words. */
export interface Tidings {
  readonly about: string;
  readonly text: string;
}

/** More than this are counted. */
const namesShown = 5;

/** What a night says beside its verdicts, the same words in every format. */
export function tellNight(night: Night, durationMs: number): Tidings[] {
  const { limits, runs, parts, trend } = night;
  const rate = limits.per_second < 1 ? `${limits.per_second * 60}/min` : `${limits.per_second}/s`;
  const spent = `${runs} of ${limits.runs} runs in ${formatDuration(durationMs)} of ${formatDuration(limits.duration_ms)}, at ${rate}`;
  const lacking = parts.flatMap(({ name, why }) => (why === undefined ? [] : [`${name} (${why})`]));
  return [
    { about: 'Spent', text: spent },
    ...(lacking.length === 0 ? [] : [{ about: 'Without evidence', text: lacking.join('; ') }]),
    ...(trend === undefined ? [] : tellTrend(trend)),
  ];
}

function tellTrend({ last, turned, flaky, levels, nights }: NightTrend): Tidings[] {
  const since = last === undefined ? 'Since last night' : `Since ${formatTime(last.started_at)}`;
  return [
    { about: since, text: tellTurns(last, turned) },
    {
      about: 'Flaky',
      text: listed(flaky.map(({ id, k, n }) => `${id} did not pass in ${k} of ${n} nights`)),
    },
    {
      about: 'Latencies',
      text: levels.length === 0 ? 'none was measured' : levels.map(tellLevel).join('; '),
    },
    { about: 'Compared with', text: plural(nights, 'night') },
  ];
}

function tellTurns(last: NightTrend['last'], turned: NightTrend['turned']): string {
  if (last === undefined) return 'this is the first night on record';
  return listed(turned.map(({ id, from, to }) => `${id} ${from} → ${to}`));
}

function tellLevel({ id, unit, value, change }: NightTrend['levels'][number]): string {
  const [now = ''] = formatQuantities([value], unit);
  if (change === undefined) return `${id} ${now}`;
  const [before = '', after = ''] = formatQuantities([change.before, change.after], unit);
  const ago = plural(change.nights, 'night');
  return `${id} ${now} (level ${before} → ${after} for ${ago})`;
}

function listed(items: readonly string[]): string {
  if (items.length === 0) return 'nothing';
  const more = items.length - namesShown;
  return [...items.slice(0, namesShown), ...(more > 0 ? [`${more} more`] : [])].join('; ');
}
