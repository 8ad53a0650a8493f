import { trusted, type Markup } from './markup.ts';

/** JSON as a script element with this id: no `<` is left that could end the element or open a comment. */
export function embedJson(id: string, json: string): Markup {
  const safe = json
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return trusted(`<script type="application/json" id="${id}">${safe}</script>`);
}
