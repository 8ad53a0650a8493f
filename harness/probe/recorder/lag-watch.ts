/** Round of the watch, in ms. */
const roundMs = 25;
/** Shorter delays are noise against budgets of a second and more. */
const noticedMs = 500;

/** Notices when the probe's own event loop is late: what it measures then is itself. Calls `notice` with the ms. */
export function watchLag(notice: (ms: number) => void): () => void {
  let expected = performance.now() + roundMs;
  const timer = setInterval(() => {
    const now = performance.now();
    const late = now - expected;
    expected = now + roundMs;
    if (late >= noticedMs) notice(Math.round(late));
  }, roundMs);
  timer.unref();
  return () => clearInterval(timer);
}
