/**
 * Calls back with the page as it is now whenever the server's store is no longer the one this page was made of,
 * also after the connection was lost for a while.
 * @param {(fresh: Document) => void} show
 */
export function followNews(show) {
  if (shownRevision() === undefined) return;
  const news = new EventSource('events');
  news.addEventListener('revision', ({ data }) => {
    if (data !== shownRevision()) void refetch(show);
  });
  news.addEventListener('runs', ({ data }) => showRuns(JSON.parse(data)));
}

/** @param {readonly import('../run-under-way.ts').RunUnderWay[]} runs */
function showRuns(runs) {
  const place = document.getElementById('under-way');
  if (place === null) return;
  place.hidden = runs.length === 0;
  place.textContent = runs.map(textOf).join(' · ');
}

/** @param {import('../run-under-way.ts').RunUnderWay} run */
function textOf({ id, finished, failed }) {
  const red = failed.length === 0 ? 'none failed' : `failed: ${failed.join(', ')}`;
  return `Run ${id} is under way: ${finished} tests finished, ${red}`;
}

/** Absent on a page that was built and has no server. @returns {string | undefined} */
function shownRevision() {
  const json = document.getElementById('revision')?.textContent;
  return json === undefined || json === null ? undefined : JSON.parse(json);
}

/** @param {(fresh: Document) => void} show */
async function refetch(show) {
  const answer = await fetch(location.pathname);
  if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
}
