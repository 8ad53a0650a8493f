/** Below this any file is parsed in a moment, whoever wrote it. */
const leastBytes = 32_768;
/** Pieces of a bundle are short, and repeat the classes of every other piece; so short a line may be somebody's. */
const leastMinified = 2_048;
/** Names that bundlers and minifiers give: with a hash of the content, or `.min`. */
const writtenName = /[.-](?=[a-z]*\d)[0-9a-f]{8,}\.[cm]?js$|\.min\.[cm]?js$/;
/** Nobody writes so much JavaScript into one file: what is longer and bears no mark was put together all the same. */
const mostWritten = 512_000;
/** Declarations so long come out of a schema or a build. */
const mostDeclared = 256_000;
/** Mean length of a line, in bytes, from which on nobody could read it. */
const unreadableLine = 300;
/** Minified code has at least one function in so many bytes; a long line of data has none. */
const bytesPerFunction = 4096;

const newline = 10;

/** What bundlers and compilers leave in what they write, and where: anywhere, or at the very end. */
const marks: readonly { readonly mark: Buffer; readonly lastBytes?: number }[] = [
  { mark: Buffer.from('function __webpack_require__(') },
  { mark: Buffer.from('var __defProp = Object.defineProperty;') },
  { mark: Buffer.from('var __commonJS') },
  { mark: Buffer.from('\n//#region node_modules/') },
  { mark: Buffer.from('parcelRequire') },
  { mark: Buffer.from('//# sourceMappingURL='), lastBytes: 400 },
];

function countOf(bytes: Buffer, word: string, enough: number): number {
  let count = 0;
  for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + word.length)) {
    count += 1;
    if (count === enough) break;
  }
  return count;
}

/** True when its lines are too long to be read, and hold code. */
function isMinified(bytes: Buffer): boolean {
  const mostLines = bytes.length / unreadableLine;
  let lines = 1;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) {
    lines += 1;
    if (lines > mostLines) return false;
  }
  const enough = Math.ceil(bytes.length / bytesPerFunction);
  return countOf(bytes, 'function', enough) + countOf(bytes, '=>', enough) >= enough;
}

/**
 * Why a JavaScript file or a file of declarations was certainly written by a program, by its bytes alone; undefined
 * for what may be somebody's source, which TypeScript always is. Such a file is counted and not parsed: a bundle of
 * megabytes would take most of the time of an audit and repeats what is written elsewhere.
 */
export function machineMade(path: string, bytes: Buffer): string | undefined {
  const isScript = /\.[cm]?jsx?$/.test(path);
  if (isScript && (bytes.length >= leastMinified || writtenName.test(path)) && isMinified(bytes))
    return 'minified';
  if (bytes.length < leastBytes) return undefined;
  if (/\.d\.[cm]?ts$/.test(path))
    return bytes.length > mostDeclared
      ? `declarations of more than ${mostDeclared / 1000} kB`
      : undefined;
  if (!isScript) return undefined;
  const isMarked = marks.some(({ mark, lastBytes = bytes.length }) =>
    bytes.subarray(Math.max(0, bytes.length - lastBytes)).includes(mark),
  );
  if (isMarked) return 'put together by a bundler or compiler';
  return bytes.length > mostWritten
    ? `JavaScript of more than ${mostWritten / 1000} kB`
    : undefined;
}
