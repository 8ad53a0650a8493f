import type { Drill } from '../../contract/drill.ts';
import type { Result } from '../../contract/result.ts';
import type { Screen } from '../reporter.ts';
import { cut, pad } from '../text/columns.ts';
import { formatDuration } from '../text/format-duration.ts';
import { makeVisible } from '../text/make-visible.ts';
import { plural } from '../text/plural.ts';
import type { Theme } from './theme.ts';

/** The rollback drill as a timeline, and what each switch did to the runs under way; nothing where none was run. */
export function renderDrill({ drill }: Result, screen: Screen, theme: Theme): string[] {
  if (drill === undefined) return [];
  const { palette, glyphs } = theme;
  const fit = (line: string): string => cut(makeVisible(line), screen.width, glyphs.ellipsis);
  const times = drill.timeline.map(({ at }) => formatDuration(at));
  const widest = Math.max(0, ...times.map((time) => time.length));
  return [
    '',
    palette.title(fit(`rollback drill: ${drill.ended}, ${plural(drill.runs, 'run')}`)),
    ...drill.timeline.map(({ what }, index) =>
      palette.context(fit(`  ${pad(times[index] ?? '', widest, 'start')}  ${what}`)),
    ),
    ...drill.switches.map((one) => palette.value(fit(`  ${describe(one)}`))),
    ...drill.newly_red.map(({ id, however }) =>
      palette.standing.fail(fit(`  newly red after the revert: ${id} ${however}`)),
    ),
  ];
}

function describe(one: Drill['switches'][number]): string {
  const {
    lost_runs: lost,
    duplicated_events: twice,
    settled_ms: settled,
    answered_ms: answered,
  } = one;
  const done = settled === undefined ? 'never done' : `done after ${formatDuration(settled)}`;
  const heard =
    answered === undefined ? 'nobody answered' : `answered after ${formatDuration(answered)}`;
  const builds =
    one.build_before === undefined
      ? ''
      : `, ${one.build_before} to ${one.build_after ?? 'nothing'}`;
  return `${one.kind} ${one.from} to ${one.to}: ${done}, ${heard}; ${one.in_flight} in flight, ${lost.length} lost, ${twice.length} twice${builds}`;
}
