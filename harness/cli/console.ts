import type { Screen } from '../report/reporter.ts';

/** Where a command speaks. Handed in, so that tests can listen. */
export interface Console {
  readonly screen: Screen;
  /** Stdout: the answer that was asked for. */
  readonly write: (text: string) => void;
  /** Stderr: progress and errors; silent with `--quiet`. */
  readonly say: (line: string) => void;
}

/** The console of this process: NO_COLOR, FORCE_COLOR, TERM=dumb and the width of the terminal are respected. */
export function openConsole(quiet: boolean): Console {
  const { stdout, stderr, env } = process;
  const dumb = env['TERM'] === 'dumb';
  return {
    screen: {
      width: Math.max(60, stdout.isTTY ? stdout.columns : 100),
      colour: !dumb && stdout.isTTY && stdout.hasColors(),
      unicode: !dumb && !/^(C|POSIX)$/.test(env['LC_ALL'] ?? env['LANG'] ?? ''),
    },
    write: (text) => void stdout.write(text),
    say: (line) => void (quiet || stderr.write(`${line}\n`)),
  };
}
