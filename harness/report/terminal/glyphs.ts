import type { Standing } from '../summary/standing.ts';

export interface Glyphs {
  readonly standing: Readonly<Record<Standing, string>>;
  readonly ellipsis: string;
}

export const unicodeGlyphs: Glyphs = {
  standing: { pass: '✔', fail: '✖', warn: '▲', unknown: '?', none: '-' },
  ellipsis: '…',
};

/** For terminals, log viewers and fonts that show nothing but ASCII. */
export const asciiGlyphs: Glyphs = {
  standing: { pass: '+', fail: 'x', warn: '!', unknown: '?', none: '-' },
  ellipsis: '~',
};
