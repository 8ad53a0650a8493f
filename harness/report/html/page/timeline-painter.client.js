import { laneHeight, paintLane } from './lane-painter.client.js';
import { ticksOf, xOf } from './view.client.js';

/**
 * @typedef {import('./lanes.client.js').Lane} Lane
 * @typedef {import('./view.client.js').View} View
 * @typedef {import('./lane-painter.client.js').Colours} Colours
 * @typedef {{ lane: number, mark: number }} Selection
 */

export const axisHeight = 24;
const pixelsPerTick = 110;

/**
 * Draws the lanes that are on the screen, whatever their number.
 * @param {HTMLCanvasElement} element @param {readonly Lane[]} lanes @param {View} view
 * @param {number} scrolled pixels of lanes above the screen @param {Selection | undefined} selection
 */
export function paintTimeline(element, lanes, view, scrolled, selection) {
  const canvas = element.getContext('2d');
  if (canvas === null) return;
  const colours = coloursOf(element);
  const ratio = window.devicePixelRatio;
  const width = element.clientWidth;
  const height = element.clientHeight;
  element.width = width * ratio;
  element.height = height * ratio;
  canvas.scale(ratio, ratio);
  canvas.font = `12px ${getComputedStyle(element).fontFamily}`;
  canvas.textBaseline = 'middle';

  const ticks = ticksOf(view, Math.max(2, view.width / pixelsPerTick));
  paintGrid(canvas, view, ticks, height, colours);
  const first = Math.floor(scrolled / laneHeight);
  const last = Math.min(lanes.length - 1, Math.floor((scrolled + height) / laneHeight));
  for (let index = first; index <= last; index += 1) {
    const lane = lanes[index];
    if (lane === undefined) continue;
    const top = axisHeight + index * laneHeight - scrolled;
    canvas.save();
    canvas.beginPath();
    canvas.rect(view.left, top, view.width, laneHeight);
    canvas.clip();
    paintLane(canvas, lane, view, top, colours);
    canvas.restore();
    paintName(canvas, lane, view, top, colours);
  }
  paintSelection(canvas, lanes, view, scrolled, selection, colours);
  paintAxis(canvas, view, ticks, colours);
}

/** @param {CanvasRenderingContext2D} canvas @param {Lane} lane @param {View} view @param {number} top @param {Colours} colours */
function paintName(canvas, lane, view, top, colours) {
  canvas.save();
  canvas.beginPath();
  canvas.rect(0, top, view.left - 8, laneHeight);
  canvas.clip();
  canvas.fillStyle = colours.text;
  canvas.fillText(lane.connection, 0, top + 18);
  canvas.fillStyle = colours.muted;
  const user = lane.user.split('@', 1)[0] ?? lane.user;
  if (user !== lane.connection) canvas.fillText(user, 0, top + 35);
  canvas.restore();
}

/** @param {CanvasRenderingContext2D} canvas @param {readonly Lane[]} lanes @param {View} view @param {number} scrolled @param {Selection | undefined} selection @param {Colours} colours */
function paintSelection(canvas, lanes, view, scrolled, selection, colours) {
  const mark = selection && lanes[selection.lane]?.marks[selection.mark];
  if (mark === undefined || selection === undefined || mark.at < view.from || mark.at > view.to)
    return;
  const top = axisHeight + selection.lane * laneHeight - scrolled;
  canvas.strokeStyle = colours.accent;
  canvas.lineWidth = 2;
  canvas.strokeRect(xOf(view, mark.at) - 7, top + 2, 14, laneHeight - 5);
}

/**
 * @param {CanvasRenderingContext2D} canvas
 * @param {View} view
 * @param {number[]} ticks
 * @param {number} height
 * @param {Colours} colours
 */
function paintGrid(canvas, view, ticks, height, colours) {
  canvas.fillStyle = colours.line;
  for (const at of ticks) canvas.fillRect(xOf(view, at), axisHeight - 4, 1, height);
}

/**
 * Painted last and opaque: lanes slide under it.
 * @param {CanvasRenderingContext2D} canvas
 * @param {View} view
 * @param {number[]} ticks
 * @param {Colours} colours
 */
function paintAxis(canvas, view, ticks, colours) {
  const right = view.left + view.width;
  canvas.fillStyle = colours.surface;
  canvas.fillRect(0, 0, right, axisHeight - 4);
  canvas.fillStyle = colours.muted;
  for (const at of ticks) {
    const text = timeText(at, ticks);
    const x = xOf(view, at) + 3;
    if (x + canvas.measureText(text).width < right) canvas.fillText(text, x, axisHeight / 2);
  }
}

/** @param {number} at @param {number[]} ticks */
function timeText(at, ticks) {
  const step = (ticks[1] ?? at + 1) - (ticks[0] ?? at);
  if (step >= 1000) return `${String(Math.round(at / 1000))} s`;
  return `${String(Number(at.toFixed(step < 1 ? 2 : 0)))} ms`;
}

/** The theme may change while the page is open, so colours are read at each drawing. @param {Element} element @returns {Colours} */
function coloursOf(element) {
  const style = getComputedStyle(element);
  /** @param {string} name */
  const read = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    text: read('text'),
    muted: read('muted'),
    line: read('line'),
    accent: read('accent'),
    pass: read('pass'),
    fail: read('fail'),
    surface: read('surface'),
  };
}
