/** Round of the watch, in ms. */
const roundMs = 25;
/** Shorter delays are noise against budgets of a second and more. */
const noticedMs = 500;
/** Delays within this time are one: a process that gets a tenth of a processor is late often, and never long. */
const windowMs = 1_000;

/**
 * Notices when the probe's own event loop is late, at once or by and by within a second: what it measures then is
 * itself. Calls `notice` with the ms.
 */
export function watchLag(notice: (ms: number) => void): () => void {
  let expected = performance.now() + roundMs;
  let windowEnds = expected + windowMs;
  let lost = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    lost += Math.max(0, now - expected);
    expected = now + roundMs;
    if (lost >= noticedMs) notice(Math.round(lost));
    if (lost < noticedMs && now < windowEnds) return;
    lost = 0;
    windowEnds = now + windowMs;
  }, roundMs);
  timer.unref();
  return () => clearInterval(timer);
}
