import { laneHeight } from './lane-painter.client.js';
import { extentOf, firstAccused, nearestMark } from './lanes.client.js';
import { showMark } from './mark-detail.client.js';
import { moveOf } from './timeline-keys.client.js';
import { axisHeight, paintTimeline } from './timeline-painter.client.js';
import { followPointer } from './timeline-pointer.client.js';
import { atOf, centreView, fitView, panView, revealView, zoomView } from './view.client.js';

/**
 * @typedef {import('./lanes.client.js').Lane} Lane
 * @typedef {import('./timeline-keys.client.js').Move} Move
 * @typedef {import('./timeline-parts.client.js').TimelineParts} TimelineParts
 */

const closer = 0.6;
const wider = 1 / closer;
const widestName = 110;
/** Share of the whole time that is shown around a failure. */
const aroundFailure = 0.5;

/** One timeline on the page: what is shown, which event is selected, and how both move. */
export class TimelinePanel {
  /** @type {import('./timeline-painter.client.js').Selection | undefined} */
  #selection;
  #drawing = false;
  #lanes;
  #parts;
  #readFrame;
  #view;

  /**
   * @param {readonly Lane[]} lanes @param {TimelineParts} parts
   * @param {(index: number) => Promise<string | undefined>} readFrame
   */
  constructor(lanes, parts, readFrame) {
    this.#lanes = lanes;
    this.#parts = parts;
    this.#readFrame = readFrame;
    this.#view = this.#whole();
    this.#listen();
    const failure = firstAccused(lanes);
    if (failure !== undefined) this.#centre(failure.lane, failure.at);
  }

  /** Selects the mark that a witness names, and puts it in the middle. @param {number} index */
  find(index) {
    for (const [lane, { marks }] of this.#lanes.entries()) {
      const mark = marks.findIndex((one) => one.index === index);
      const at = marks[mark]?.at;
      if (at === undefined) continue;
      this.#select(lane, mark);
      this.#centre(lane, at);
    }
    this.#parts.canvas.focus();
  }

  #listen() {
    const { canvas, scroller, buttons } = this.#parts;
    for (const [move, button] of buttons) button.addEventListener('click', () => this.#apply(move));
    canvas.addEventListener('keydown', (event) => {
      const move = moveOf(event);
      if (move === undefined) return;
      event.preventDefault();
      this.#apply(move);
    });
    canvas.addEventListener('wheel', (event) => this.#turn(event), { passive: false });
    followPointer(canvas, {
      drag: (pixels) => this.#show(panView(this.#view, -pixels)),
      click: (x, y) =>
        this.#selectNearest(
          Math.floor((y - axisHeight + scroller.scrollTop) / laneHeight),
          atOf(this.#view, x),
        ),
    });
    scroller.addEventListener('scroll', () => this.#draw());
    new ResizeObserver(() => this.#resize()).observe(canvas);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#draw());
  }

  /** The plain wheel scrolls the page; with a key held it zooms or moves. @param {WheelEvent} event */
  #turn(event) {
    if (!event.ctrlKey && !event.shiftKey) return;
    event.preventDefault();
    const turned = event.deltaY === 0 ? event.deltaX : event.deltaY;
    this.#show(
      event.ctrlKey
        ? zoomView(this.#view, turned < 0 ? closer : wider, event.offsetX)
        : panView(this.#view, turned),
    );
  }

  /** @param {Move} move */
  #apply(move) {
    const { lane, mark } = this.#selection ?? { lane: 0, mark: -1 };
    const at = this.#lanes[lane]?.marks[mark]?.at ?? this.#view.from;
    const last = (this.#lanes[lane]?.marks.length ?? 0) - 1;
    const middle = this.#view.left + this.#view.width / 2;
    switch (move) {
      case 'previous':
        return this.#select(lane, Math.max(0, mark - 1));
      case 'next':
        return this.#select(lane, Math.min(last, mark + 1));
      case 'above':
        return this.#selectNearest(Math.max(0, lane - 1), at);
      case 'below':
        return this.#selectNearest(Math.min(this.#lanes.length - 1, lane + 1), at);
      case 'first':
        return this.#select(lane, 0);
      case 'last':
        return this.#select(lane, last);
      case 'closer':
        return this.#show(zoomView(this.#view, closer, middle));
      case 'wider':
        return this.#show(zoomView(this.#view, wider, middle));
      case 'fit':
        return this.#show(this.#whole());
    }
  }

  #whole() {
    const { clientWidth } = this.#parts.canvas;
    const left = Math.min(widestName, clientWidth / 4);
    return fitView(extentOf(this.#lanes), left, clientWidth - left);
  }

  /** What somebody chose to see stays on the screen. */
  #resize() {
    const { left, width } = this.#whole();
    this.#show({ ...this.#view, left, width });
  }

  /** Puts a failure in the middle, both ways, with what came before and after it. @param {number} lane @param {number} at */
  #centre(lane, at) {
    const { scroller } = this.#parts;
    scroller.scrollTop = lane * laneHeight - (scroller.clientHeight - axisHeight - laneHeight) / 2;
    const whole = this.#whole();
    const span = (whole.to - whole.from) * aroundFailure;
    const view =
      this.#view.to - this.#view.from > span ? { ...this.#view, from: 0, to: span } : this.#view;
    this.#show(centreView(view, at));
  }

  /** @param {number} index @param {number} at */
  #selectNearest(index, at) {
    const lane = this.#lanes[index];
    if (lane !== undefined) this.#select(index, nearestMark(lane, at));
  }

  /** @param {number} index @param {number} position */
  #select(index, position) {
    const lane = this.#lanes[index];
    const mark = lane?.marks[position];
    if (lane === undefined || mark === undefined) return;
    const { scroller } = this.#parts;
    const lowest = index * laneHeight - (scroller.clientHeight - axisHeight - laneHeight);
    scroller.scrollTop = Math.min(index * laneHeight, Math.max(scroller.scrollTop, lowest));
    this.#selection = { lane: index, mark: position };
    void this.#tell(lane, mark);
    this.#show(revealView(this.#view, mark.at));
  }

  /** Whoever walks fast has left a mark before its frame is there. @param {Lane} lane @param {import('./lanes.client.js').Mark} mark */
  async #tell(lane, mark) {
    const chosen = this.#selection;
    const frame = await this.#readFrame(mark.index);
    if (chosen === this.#selection) showMark(this.#parts.detail, lane, mark, frame);
  }

  /** @param {import('./view.client.js').View} view */
  #show(view) {
    this.#view = view;
    this.#draw();
  }

  /** At most once a frame, however many events ask for it. */
  #draw() {
    if (this.#drawing) return;
    this.#drawing = true;
    requestAnimationFrame(() => {
      this.#drawing = false;
      const { canvas, scroller } = this.#parts;
      paintTimeline(canvas, this.#lanes, this.#view, scroller.scrollTop, this.#selection);
    });
  }
}
