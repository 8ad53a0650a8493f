import type { Screen } from '../reporter.ts';
import { asciiGlyphs, unicodeGlyphs, type Glyphs } from './glyphs.ts';
import { openPalette, type Palette } from './palette.ts';

/** How this screen draws: which signs, which colours. */
export interface Theme {
  readonly glyphs: Glyphs;
  readonly palette: Palette;
}

export function themeOf(screen: Screen): Theme {
  return {
    glyphs: screen.unicode ? unicodeGlyphs : asciiGlyphs,
    palette: openPalette(screen.colour),
  };
}
