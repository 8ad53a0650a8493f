/**
 * Shows one event in full: what it was, and the bytes that crossed the wire.
 * @param {HTMLElement} detail @param {import('./lanes.client.js').Lane} lane @param {import('./lanes.client.js').Mark} mark
 * @param {string | undefined} frame undefined when the page has no room for it
 */
export function showMark(detail, lane, mark, frame) {
  const accused = lane.accused.get(mark);
  const facts = [
    `#${String(mark.n)}`,
    `${mark.at.toFixed(1)} ms`,
    lane.connection,
    lane.user,
    mark.direction,
    mark.run,
    mark.tool,
    mark.outcome,
    mark.replay === true ? 'replayed' : undefined,
  ].filter((fact) => fact !== undefined);

  const title = document.createElement('p');
  const kind = document.createElement('strong');
  kind.textContent = mark.kind;
  title.append(kind, ` ${facts.join(' · ')}`);
  if (accused !== undefined) title.append(' · witness of ', linkTo(accused));
  const raw = document.createElement(frame === undefined ? 'p' : 'pre');
  raw.textContent =
    frame ?? `The raw frame is left out here; record ${String(mark.n)} of the history holds it.`;
  detail.replaceChildren(title, raw);
}

/** @param {string} check */
function linkTo(check) {
  const link = document.createElement('a');
  link.href = `#check=${encodeURIComponent(check)}`;
  link.textContent = check;
  return link;
}
