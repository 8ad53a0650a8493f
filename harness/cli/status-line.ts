/** The little of a stream that a status line needs. */
export interface StatusStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface StatusLine {
  /** Writes a line that stays, above the status. */
  say(line: string): void;
  /** From now on shows what is under way and how long it still takes, as far as `expectedMs` tells. */
  start(what: string, expectedMs?: number): void;
  stop(): void;
}

const everyMs = 1_000;
const usualWidth = 79;
const wipe = '\r\u001b[2K';

/**
 * One line at the end of a terminal that says how long the work has taken and what is left of the time that it took
 * before. Anything but a terminal gets the lines that stay, and no escape sequence.
 */
export function openStatusLine(
  stream: StatusStream,
  now: () => number = () => performance.now(),
): StatusLine {
  const live = stream.isTTY === true;
  let shown: { what: string; begun: number; expectedMs: number | undefined } | undefined;
  let timer: NodeJS.Timeout | undefined;
  const paint = (): void => {
    if (shown === undefined) return;
    const text = statusText(shown.what, now() - shown.begun, shown.expectedMs);
    // Some terminals say that they are 0 wide.
    const { columns = 0 } = stream;
    stream.write(`${wipe}${text.slice(0, columns > 0 ? columns - 1 : usualWidth)}`);
  };
  return {
    say(line) {
      stream.write(shown === undefined ? `${line}\n` : `${wipe}${line}\n`);
      paint();
    },
    start(what, expectedMs) {
      if (!live) return;
      clearInterval(timer);
      shown = { what, begun: now(), expectedMs };
      timer = setInterval(paint, everyMs);
      timer.unref();
      paint();
    },
    stop() {
      clearInterval(timer);
      if (shown !== undefined) stream.write(wipe);
      shown = undefined;
    },
  };
}

/** `gate: 12 s, about 30 s left`. */
function statusText(what: string, elapsedMs: number, expectedMs: number | undefined): string {
  const taken = `${what}: ${seconds(elapsedMs)}`;
  if (expectedMs === undefined) return taken;
  const left = expectedMs - elapsedMs;
  return left > 0 ? `${taken}, about ${seconds(left)} left` : `${taken}, longer than the last time`;
}

function seconds(ms: number): string {
  const whole = Math.round(ms / 1000);
  return whole < 120 ? `${whole} s` : `${Math.round(whole / 60)} min`;
}
