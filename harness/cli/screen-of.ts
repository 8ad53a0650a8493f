import type { Screen } from '../report/reporter.ts';

/** The little of a stream that tells how to write to it. */
export interface ScreenStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly hasColors?: () => boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What a log that nobody watches is wide. */
const usualWidth = 100;

/** Narrower than this, columns would be cut to nothing. */
const leastWidth = 60;

/**
 * How to write to a stream: as wide as its terminal or `COLUMNS`; in colour on a terminal, unless `NO_COLOR` or
 * `TERM=dumb` forbid it, and wherever `FORCE_COLOR` asks for it; in ASCII for a dumb terminal and a locale without
 * Unicode (`LC_ALL`, `LC_CTYPE` or `LANG` is `C` or `POSIX`).
 */
export function screenOf(stream: ScreenStream, env: Environment): Screen {
  const dumb = env['TERM'] === 'dumb';
  // An empty variable is none.
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return {
    width: Math.max(leastWidth, widthOf(stream, env)),
    colour: forced(env) ?? (!dumb && stream.isTTY === true && stream.hasColors?.() === true),
    unicode: !dumb && !/^(C|POSIX)$/.test(locale),
  };
}

/** Some terminals say that they are 0 wide. */
function widthOf({ isTTY, columns = 0 }: ScreenStream, env: Environment): number {
  const width = isTTY === true && columns > 0 ? columns : Number(env['COLUMNS']);
  return Number.isInteger(width) && width > 0 ? width : usualWidth;
}

/** The convention of the field, https://force-color.org: set and not empty asks for colour; `0` and `false` refuse it. */
function forced(env: Environment): boolean | undefined {
  const wish = env['FORCE_COLOR'];
  return wish === undefined || wish === '' ? undefined : !/^(0|false)$/.test(wish);
}
