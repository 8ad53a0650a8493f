/**
 * Calls back with the page as it is now whenever the server's store is no longer the one this page was made of,
 * also after the connection was lost for a while.
 * @param {(fresh: Document) => void} show
 */
export function followNews(show) {
  if (shownRevision() === undefined) return;
  new EventSource('events').addEventListener('revision', ({ data }) => {
    if (data !== shownRevision()) void refetch(show);
  });
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
