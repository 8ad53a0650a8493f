/** Pixels the pointer may move before a click becomes a drag. */
const dragThreshold = 4;

/**
 * Tells clicks from drags on a canvas.
 * @param {HTMLCanvasElement} canvas @param {{ drag(pixels: number): void, click(x: number, y: number): void }} on
 */
export function followPointer(canvas, on) {
  let start = 0;
  let last = 0;
  let dragged = false;
  canvas.addEventListener('pointerdown', (event) => {
    start = event.offsetX;
    last = start;
    dragged = false;
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    dragged ||= Math.abs(event.offsetX - start) > dragThreshold;
    if (dragged) on.drag(event.offsetX - last);
    last = event.offsetX;
  });
  canvas.addEventListener('pointerup', (event) => {
    if (!dragged) on.click(event.offsetX, event.offsetY);
  });
}
