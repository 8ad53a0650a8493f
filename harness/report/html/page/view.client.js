/**
 * The part of time that is on the screen.
 * @typedef {{ from: number, to: number, left: number, width: number }} View
 *   `from`, `to`: milliseconds shown; `left`, `width`: pixels of the drawing area.
 */

/** Zooming in stops here: no clock behind a mark is finer. */
const narrowestMs = 0.5;

/** Share of the whole that is left free on each side, so that the first and last mark are not cut. */
const marginShare = 0.04;

/**
 * @param {{ first: number, last: number }} extent
 * @param {number} left
 * @param {number} width
 * @returns {View}
 */
export function fitView(extent, left, width) {
  const margin = Math.max((extent.last - extent.first) * marginShare, narrowestMs);
  return { from: extent.first - margin, to: extent.last + margin, left, width };
}

/** @param {View} view @param {number} at @returns {number} */
export function xOf(view, at) {
  return view.left + ((at - view.from) / (view.to - view.from)) * view.width;
}

/** @param {View} view @param {number} x @returns {number} */
export function atOf(view, x) {
  return view.from + ((x - view.left) / view.width) * (view.to - view.from);
}

/**
 * Keeps the time under `x` where it is.
 * @param {View} view @param {number} factor below 1 shows less time @param {number} x
 * @returns {View}
 */
export function zoomView(view, factor, x) {
  const at = atOf(view, x);
  const span = Math.max(narrowestMs, (view.to - view.from) * factor);
  const from = at - ((x - view.left) / view.width) * span;
  return { ...view, from, to: from + span };
}

/** @param {View} view @param {number} pixels @returns {View} */
export function panView(view, pixels) {
  const shift = (pixels / view.width) * (view.to - view.from);
  return { ...view, from: view.from + shift, to: view.to + shift };
}

/**
 * Moves as little as needed to show `at`.
 * @param {View} view @param {number} at @returns {View}
 */
export function revealView(view, at) {
  return at >= view.from && at <= view.to ? view : centreView(view, at);
}

/**
 * Puts `at` in the middle.
 * @param {View} view @param {number} at @returns {View}
 */
export function centreView(view, at) {
  const half = (view.to - view.from) / 2;
  return { ...view, from: at - half, to: at + half };
}

/**
 * Round times for the axis, about `count` of them.
 * @param {View} view @param {number} count @returns {number[]}
 */
export function ticksOf(view, count) {
  const rough = (view.to - view.from) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((nice) => nice * power >= rough) ?? 10);
  const first = Math.ceil(view.from / step);
  const last = Math.floor(view.to / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
