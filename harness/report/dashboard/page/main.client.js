import { followNews } from './live.client.js';
import { plot } from './plot.client.js';

/** @typedef {import('../chart.ts').Chart} Chart */

/** @type {uPlot[]} */
let plots = [];

function drawAll() {
  for (const drawn of plots) drawn.destroy();
  /** @type {Chart[]} */
  const charts = JSON.parse(document.getElementById('charts')?.textContent ?? '[]');
  plots = charts.flatMap((chart) => {
    const place = document.getElementById(chart.place);
    return place === null ? [] : [plot(place, chart)];
  });
}

/** Takes over what changed and leaves the reader where they are. @param {Document} fresh */
function takeOver(fresh) {
  const underWay = document.getElementById('under-way');
  for (const selector of ['nav', 'main', '#charts', '#revision']) {
    const [old, next] = [document.querySelector(selector), fresh.querySelector(selector)];
    if (old !== null && next !== null) old.replaceWith(next);
  }
  // What is under way is told by the server, not by the page it made.
  if (underWay !== null) document.getElementById('under-way')?.replaceWith(underWay);
  drawAll();
}

drawAll();
window.addEventListener('resize', drawAll);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
followNews(takeOver);
