import { firstFrom } from './lanes.client.js';
import { xOf } from './view.client.js';

/**
 * @typedef {import('./lanes.client.js').Lane} Lane
 * @typedef {import('./lanes.client.js').Bar} Bar
 * @typedef {import('./lanes.client.js').Mark} Mark
 * @typedef {import('./view.client.js').View} View
 * @typedef {Record<'text' | 'muted' | 'line' | 'accent' | 'pass' | 'fail' | 'surface', string>} Colours
 */

export const laneHeight = 52;
const barTop = 6;
const barSpace = 20;
const tickTop = 31;
const tickHeight = 14;
const ringRadius = 11;
const narrowestLabel = 24;

const goodEnds = new Set(['agent_completed']);
const badEnds = new Set(['agent_error', 'agent_cancelled', 'error']);

/**
 * Draws one lane with its upper edge at `top`. Marks that fall on the same pixel are drawn once,
 * so that the cost is bounded by the width of the screen and not by the number of events.
 * @param {CanvasRenderingContext2D} canvas @param {Lane} lane @param {View} view @param {number} top @param {Colours} colours
 */
export function paintLane(canvas, lane, view, top, colours) {
  canvas.fillStyle = colours.line;
  canvas.fillRect(view.left, top + laneHeight - 1, view.width, 1);
  paintBars(canvas, lane, view, top, colours);
  paintTicks(canvas, lane, view, top, colours);
  for (const mark of lane.accused.keys()) {
    if (mark.at >= view.from && mark.at <= view.to)
      paintRing(canvas, xOf(view, mark.at), top, colours);
  }
}

/** @param {CanvasRenderingContext2D} canvas @param {Lane} lane @param {View} view @param {number} top @param {Colours} colours */
function paintTicks(canvas, lane, view, top, colours) {
  let painted = -1;
  let paintedEnd = -1;
  for (let index = firstFrom(lane.marks, view.from); index < lane.marks.length; index += 1) {
    const mark = lane.marks[index];
    if (mark === undefined || mark.at > view.to) break;
    const x = Math.round(xOf(view, mark.at));
    const end = isEnd(mark);
    if (end ? x === paintedEnd : x === painted) continue;
    painted = x;
    if (end) paintedEnd = x;
    paintTick(canvas, mark, x, top, colours);
  }
}

/**
 * @param {CanvasRenderingContext2D} canvas
 * @param {Lane} lane
 * @param {View} view
 * @param {number} top
 * @param {Colours} colours
 */
function paintBars(canvas, lane, view, top, colours) {
  /** @type {number[]} Right edge of what was painted, per row. */
  const edges = [];
  for (const bar of lane.bars) {
    if (bar.to < view.from || bar.from > view.to) continue;
    const right = Math.round(xOf(view, bar.to));
    if (right <= (edges[bar.row] ?? -1) && !bar.open) continue;
    edges[bar.row] = right;
    paintBar(canvas, lane, bar, view, top, colours);
  }
}

/** @param {Mark} mark */
function isEnd(mark) {
  return goodEnds.has(mark.kind) || badEnds.has(mark.kind);
}

/** @param {Mark} mark @param {Colours} colours */
function colourOf(mark, colours) {
  if (goodEnds.has(mark.kind)) return colours.pass;
  if (badEnds.has(mark.kind)) return colours.fail;
  return mark.direction === 'sent' ? colours.muted : colours.text;
}

/** @param {CanvasRenderingContext2D} canvas @param {Mark} mark @param {number} x @param {number} top @param {Colours} colours */
function paintTick(canvas, mark, x, top, colours) {
  canvas.fillStyle = mark.replay === true ? hatched(canvas, colours) : colourOf(mark, colours);
  if (mark.direction === 'sent') {
    canvas.beginPath();
    canvas.moveTo(x - 4, top + tickTop + tickHeight);
    canvas.lineTo(x + 4, top + tickTop + tickHeight);
    canvas.lineTo(x, top + tickTop + tickHeight / 2);
    canvas.fill();
    return;
  }
  const width = mark.replay === true ? 8 : isEnd(mark) ? 4 : 2;
  canvas.fillRect(x - width / 2, top + tickTop, width, tickHeight);
}

/** @param {CanvasRenderingContext2D} canvas @param {Lane} lane @param {Bar} bar @param {View} view @param {number} top @param {Colours} colours */
function paintBar(canvas, lane, bar, view, top, colours) {
  const from = Math.max(xOf(view, bar.from), view.left);
  const to = Math.min(xOf(view, bar.to), view.left + view.width);
  const height = barSpace / lane.rows;
  const y = top + barTop + bar.row * height;
  const width = Math.max(2, to - from);
  canvas.fillStyle = bar.bad ? colours.fail : colours.accent;
  canvas.fillRect(from, y, width, height - 1);
  if (bar.replay) {
    canvas.fillStyle = hatched(canvas, colours);
    canvas.fillRect(from, y, width, height - 1);
  }
  if (height < 12 || width < narrowestLabel) return;
  const label = bar.open ? `${bar.tool} (never completed)` : bar.tool;
  if (canvas.measureText(label).width + 8 > width) return;
  canvas.fillStyle = colours.surface;
  canvas.fillText(label, from + 4, y + height / 2);
}

/** @param {CanvasRenderingContext2D} canvas @param {number} x @param {number} top @param {Colours} colours */
function paintRing(canvas, x, top, colours) {
  canvas.strokeStyle = colours.fail;
  canvas.lineWidth = 2.5;
  canvas.beginPath();
  canvas.arc(x, top + tickTop + tickHeight / 2, ringRadius, 0, 2 * Math.PI);
  canvas.stroke();
}

/** @type {Map<string, CanvasPattern | string>} */
const patterns = new Map();

/** Diagonal lines: what was sent again must not look like what was sent. @param {CanvasRenderingContext2D} canvas @param {Colours} colours */
function hatched(canvas, colours) {
  const known = patterns.get(colours.text);
  if (known !== undefined) return known;
  const tile = document.createElement('canvas');
  tile.width = 4;
  tile.height = 4;
  const paint = tile.getContext('2d');
  if (paint === null) return colours.muted;
  paint.strokeStyle = colours.text;
  paint.lineWidth = 1.2;
  paint.beginPath();
  for (const shift of [-4, 0, 4]) {
    paint.moveTo(shift, 4);
    paint.lineTo(shift + 4, 0);
  }
  paint.stroke();
  const pattern = canvas.createPattern(tile, 'repeat') ?? colours.muted;
  patterns.set(colours.text, pattern);
  return pattern;
}
