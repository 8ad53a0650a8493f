import type { Drill } from '../../contract/drill.ts';
import { formatDuration } from '../text/format-duration.ts';
import { html, type Markup } from './markup.ts';

const width = 960;
const height = 64;
const barTop = 18;
const barHeight = 20;

/** The drill as a strip of time: which side answered when, each switch from its order to the word that it is done. */
export function drillPicture({ current, previous, duration_ms: ms, switches }: Drill): Markup {
  const x = (at: number): number => (Math.min(at, ms) / Math.max(1, ms)) * width;
  const sides = sidesOf({ current, switches, ms });
  return html`<svg
    class="drill"
    viewBox="0 0 ${width} ${height}"
    width="100%"
    height="${height}"
    preserveAspectRatio="none"
    role="img"
    aria-label="${`From ${current} to ${previous} and back in ${formatDuration(ms)}`}"
  >
    ${sides.map(
      ({ from, to, name }) =>
        html`<rect
          class="${name === current ? 'current' : 'previous'}"
          x="${x(from).toFixed(1)}"
          y="${barTop}"
          width="${Math.max(1, x(to) - x(from)).toFixed(1)}"
          height="${barHeight}"
        >
          <title>${name} answers, ${formatDuration(from)} to ${formatDuration(to)}</title>
        </rect>`,
    )}
    ${switches.map(({ kind, at, settled_ms: settled = 0, lost_runs: lost }) => {
      const title = `${kind} ordered at ${formatDuration(at)}, done after ${formatDuration(settled)}`;
      return html`<rect
        class="switch ${lost.length === 0 ? 'kept' : 'lost'}"
        x="${x(at).toFixed(1)}"
        y="${barTop - 8}"
        width="${Math.max(3, x(at + settled) - x(at)).toFixed(1)}"
        height="${barHeight + 16}"
      >
        <title>${title}</title>
      </rect>`;
    })}
  </svg>`;
}

interface Side {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

function sidesOf(seen: {
  readonly current: string;
  readonly switches: Drill['switches'];
  readonly ms: number;
}): Side[] {
  const { current, switches, ms } = seen;
  const starts = [
    { from: 0, name: current },
    ...switches
      .filter(({ settled_ms: settled }) => settled !== undefined)
      .map(({ at, to, answered_ms: answered, settled_ms: settled = 0 }) => ({
        from: at + (answered ?? settled),
        name: to,
      })),
  ];
  return starts.map(({ from, name }, index) => ({ from, name, to: starts[index + 1]?.from ?? ms }));
}
