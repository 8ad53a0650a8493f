import { axisHeight } from './timeline-painter.client.js';
import { laneHeight } from './lane-painter.client.js';

/**
 * @typedef {{ canvas: HTMLCanvasElement, scroller: HTMLElement, detail: HTMLElement, buttons: Map<import('./timeline-keys.client.js').Move, HTMLElement> }} TimelineParts
 */

/** More lanes than this are scrolled. */
const lanesShown = 8;

/** @type {readonly (readonly [import('./timeline-keys.client.js').Move, string, string])[]} */
const buttonTexts = [
  ['closer', '+', 'Zoom in'],
  ['wider', '−', 'Zoom out'],
  ['fit', 'all', 'Show all'],
  ['previous', '‹', 'Previous event'],
  ['next', '›', 'Next event'],
];

/**
 * The elements of one timeline. The canvas stays in place and draws what the scroller would show,
 * so that neither the number of lanes nor of events sets its size.
 * @param {HTMLElement} figure @param {string} name @param {number} laneCount
 * @returns {TimelineParts}
 */
export function buildParts(figure, name, laneCount) {
  const canvas = document.createElement('canvas');
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'application');
  canvas.setAttribute(
    'aria-label',
    `Timeline of ${name}, ${String(laneCount)} connections. Arrow keys walk through events, plus and minus zoom, 0 shows all.`,
  );
  canvas.style.height = `${String(axisHeight + laneHeight * Math.min(laneCount, lanesShown))}px`;

  const spacer = document.createElement('div');
  spacer.style.height = `${String(laneHeight * Math.max(0, laneCount - lanesShown))}px`;
  const scroller = document.createElement('div');
  scroller.className = 'lanes';
  scroller.style.height = canvas.style.height;
  scroller.append(canvas, spacer);

  const detail = document.createElement('div');
  detail.className = 'detail';
  detail.setAttribute('role', 'status');
  detail.textContent = 'Choose an event to see its raw frame.';

  const { toolbar, buttons } = buildToolbar();
  figure.append(toolbar, scroller, detail);
  return { canvas, scroller, detail, buttons };
}

function buildToolbar() {
  const toolbar = document.createElement('div');
  toolbar.className = 'toolbar';
  toolbar.setAttribute('role', 'group');
  toolbar.setAttribute('aria-label', 'Timeline');
  /** @type {Map<import('./timeline-keys.client.js').Move, HTMLElement>} */
  const buttons = new Map();
  for (const [move, text, label] of buttonTexts) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.title = label;
    button.setAttribute('aria-label', label);
    buttons.set(move, button);
    toolbar.append(button);
  }
  return { toolbar, buttons };
}
