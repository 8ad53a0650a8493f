import type { Screen } from '../report/reporter.ts';
import { screenOf } from './screen-of.ts';
import { openStatusLine } from './status-line.ts';

/** Where a command speaks. Handed in, so that tests can listen. */
export interface Console {
  readonly screen: Screen;
  /** How to write what is said. */
  readonly sideScreen: Screen;
  /** Does a person sit before it? True when stdin, stdout or stderr is a terminal. */
  readonly watched: boolean;
  /** Stdout: the answer that was asked for. */
  readonly write: (text: string) => void;
  /** Stderr: progress and errors; silent with `--quiet`. */
  readonly say: (line: string) => void;
  /** On a terminal, what is under way and how long it still takes, until the function it gives is called. */
  readonly follow?: (what: string, expectedMs?: number) => () => void;
  /** Only what did not pass, and the closing sentence: everything else was said, or nobody reads it. */
  readonly compact: boolean;
}

/** The console of this process; colours, width and signs are those of its terminal and its environment. */
export function openConsole(quiet: boolean, compact?: boolean): Console {
  const { stdin, stdout, stderr, env } = process;
  const watched = [stdin, stdout, stderr].some(({ isTTY }) => isTTY);
  const status = openStatusLine({
    isTTY: stderr.isTTY && env['TERM'] !== 'dumb',
    columns: stderr.columns,
    write: (text) => stderr.write(text),
  });
  return {
    screen: screenOf(stdout, env),
    sideScreen: screenOf(stderr, env),
    watched,
    write: (text) => void stdout.write(text),
    say: (line) => void (quiet || status.say(line)),
    follow: (what, expectedMs) => {
      if (!quiet) status.start(what, expectedMs);
      return () => status.stop();
    },
    compact: compact ?? !watched,
  };
}
