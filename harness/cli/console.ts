import type { Screen } from '../report/reporter.ts';
import { openStatusLine } from './status-line.ts';

/** Where a command speaks. Handed in, so that tests can listen. */
export interface Console {
  readonly screen: Screen;
  /** Stdout: the answer that was asked for. */
  readonly write: (text: string) => void;
  /** Stderr: progress and errors; silent with `--quiet`. */
  readonly say: (line: string) => void;
  /** On a terminal, what is under way and how long it still takes, until the function it gives is called. */
  readonly follow?: (what: string, expectedMs?: number) => () => void;
  /** Only what did not pass, and the closing sentence. */
  readonly compact?: boolean;
}

/** The console of this process: NO_COLOR, FORCE_COLOR, TERM=dumb and the width of the terminal are respected. */
export function openConsole(quiet: boolean, compact = false): Console {
  const { stdout, stderr, env } = process;
  const dumb = env['TERM'] === 'dumb';
  const status = openStatusLine({
    isTTY: stderr.isTTY && !dumb,
    columns: stderr.columns,
    write: (text) => stderr.write(text),
  });
  return {
    screen: {
      width: Math.max(60, stdout.isTTY ? stdout.columns : 100),
      colour: !dumb && stdout.isTTY && stdout.hasColors(),
      unicode: !dumb && !/^(C|POSIX)$/.test(env['LC_ALL'] ?? env['LANG'] ?? ''),
    },
    write: (text) => void stdout.write(text),
    say: (line) => void (quiet || status.say(line)),
    follow: (what, expectedMs) => {
      if (!quiet) status.start(what, expectedMs);
      return () => status.stop();
    },
    compact,
  };
}
