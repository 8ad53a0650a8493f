/** @typedef {import('../chart.ts').Chart} Chart */

const height = 190;
/** A limit this many times higher than everything measured would press the curve flat; the caption names it. */
const limitInSight = 4;
/** In px; a digit of the axis' 12 px face. */
const leastAxis = 66;
const axisGap = 20;
const digitWidth = 7;
const hues = ['accent', 'warn', 'unknown', 'pass', 'fail'];

/**
 * Draws one chart: the values, their interval as a band, the limit, and a dashed line where the level changed.
 * @param {HTMLElement} place @param {Chart} chart
 * @returns {uPlot}
 */
export function plot(place, chart) {
  const colour = paletteOf(place);
  const { divisor, symbol } = chart.scale ?? { divisor: 1, symbol: '' };
  /** @param {readonly (number | null)[]} values */
  const scaled = (values) => values.map((value) => (value === null ? null : value / divisor));
  const edges = chart.band === undefined ? [] : [chart.band.low, chart.band.high].map(scaled);
  const highest = Math.max(...chart.lines.flatMap(({ values }) => values).map(Number));
  const { limit: most } = chart;
  const limit =
    most === undefined || most > highest * limitInSight
      ? []
      : [scaled(chart.times.map(() => most))];
  const first = chart.lines.length + 1;
  /** @type {uPlot.Options} */
  const options = {
    width: place.clientWidth,
    tzDate: (time) => uPlot.tzDate(new Date(time * 1000), 'Etc/UTC'),
    height,
    cursor: { drag: { x: true, y: false } },
    legend: { show: chart.lines.length > 1, live: false },
    scales: { y: { range: (_, low, high) => [Math.min(0, low), high * 1.08 || 1] } },
    axes: [
      { ...axis(colour), size: 34, values: (_, times) => times.map(dayText) },
      {
        ...axis(colour),
        size: (_, values) => widthOf(values),
        values: (_, values) => values.map((value) => axisText(value, symbol)),
      },
    ],
    series: [
      {},
      ...chart.lines.map(({ label }, index) => ({
        label,
        stroke: colour(hues[index % hues.length] ?? 'accent'),
        width: 2,
        points: { size: 5 },
      })),
      ...edges.map(() => ({ stroke: 'transparent', points: { show: false } })),
      ...limit.map(() => ({
        label: 'limit',
        stroke: colour('fail'),
        width: 1,
        points: { show: false },
      })),
    ],
    bands:
      edges.length === 0 ? [] : [{ series: [first + 1, first], fill: `${colour('accent')}2b` }],
    hooks: { draw: [(drawn) => markChanges(drawn, chart.changes, colour('muted'))] },
  };
  const lines = chart.lines.map(({ values }) => scaled(values));
  /** @type {unknown} */
  const data = [chart.times, ...lines, ...edges, ...limit];
  return new uPlot(options, /** @type {uPlot.AlignedData} */ (data), place);
}

/** Days as every reader understands them, in UTC like everything else on the page. @param {number} time */
function dayText(time) {
  const at = new Date(time * 1000);
  const midnight = time % 86_400 === 0;
  return at.toLocaleString('en-GB', {
    timeZone: 'UTC',
    ...(midnight ? { day: 'numeric', month: 'short' } : { hour: '2-digit', minute: '2-digit' }),
  });
}

/** Room for the longest label; a label that is cut reads as another number. @param {string[] | null} values */
function widthOf(values) {
  const longest = Math.max(0, ...(values ?? []).map(({ length }) => length));
  return Math.max(leastAxis, axisGap + longest * digitWidth);
}

/** @param {number} value @param {string} symbol */
function axisText(value, symbol) {
  return `${value.toLocaleString('en-GB').replaceAll(',', ' ')} ${symbol}`.trim();
}

/** @param {(name: string) => string} colour @returns {uPlot.Axis} */
function axis(colour) {
  return {
    stroke: colour('muted'),
    grid: { stroke: colour('line'), width: 1 },
    ticks: { stroke: colour('line'), width: 1 },
  };
}

/** @param {uPlot} drawn @param {readonly number[]} changes @param {string} colour */
function markChanges(drawn, changes, colour) {
  const { ctx, bbox } = drawn;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.setLineDash([6, 4]);
  ctx.lineWidth = 2;
  for (const time of changes) {
    const x = drawn.valToPos(time, 'x', true);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}

/** The theme may change while the page is open. @param {Element} element @returns {(name: string) => string} */
function paletteOf(element) {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(`--${name}`).trim();
}
