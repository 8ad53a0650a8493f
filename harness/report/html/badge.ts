import { standingWords, type Standing } from '../summary/standing.ts';
import { html, type Markup } from './markup.ts';

const glyphs: Readonly<Record<Standing, string>> = {
  pass: '✓',
  fail: '✕',
  warn: '!',
  unknown: '?',
  none: '–',
};

/** A standing as sign and word, never as colour alone. */
export function badge(standing: Standing, word = standingWords[standing]): Markup {
  return html`<span class="badge ${standing}"
    ><span aria-hidden="true">${glyphs[standing]}</span> ${word}</span
  >`;
}
