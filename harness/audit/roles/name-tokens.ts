import type { RoleWords } from './role-words.ts';

/** Names already split, per list of kept spellings: the same few thousand names are asked for again and again. */
const alreadySplit = new WeakMap<readonly string[], Map<string, readonly string[]>>();

function split(name: string, keep: readonly string[]): string[] {
  let text = name;
  for (const word of keep)
    if (text.includes(word))
      text = text.replaceAll(word, `_${word[0] ?? ''}${word.slice(1).toLowerCase()}_`);
  return text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** Splits camel and snake case to lower-case words; digits stay with their word. */
export function splitWords(name: string, keep: readonly string[]): readonly string[] {
  let known = alreadySplit.get(keep);
  if (known === undefined) alreadySplit.set(keep, (known = new Map()));
  let words = known.get(name);
  if (words === undefined) known.set(name, (words = split(name, keep)));
  return words;
}

/** Verbs a function that builds something starts with: `createStore` is about stores. */
const building = new Set([
  'create',
  'make',
  'build',
  'new',
  'open',
  'get',
  'use',
  'init',
  'setup',
  'start',
]);

/** `mailer`, `mails` and `mailing` are about mail: a plain end is cut off words that stay long enough. */
function stem(word: string): string {
  const singular =
    word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
  return singular.length > 5 ? singular.replace(/(er|or|ing)$/, '') : singular;
}

/** Tokens already found, per list of words. */
const alreadyFound = new WeakMap<RoleWords, Map<string, readonly string[]>>();

/** The words that tell what a thing is for. Falls back to all words when only modifiers are left. */
export function nameTokens(name: string, words: RoleWords): readonly string[] {
  let known = alreadyFound.get(words);
  if (known === undefined) alreadyFound.set(words, (known = new Map()));
  let tokens = known.get(name);
  if (tokens === undefined) known.set(name, (tokens = findTokens(name, words)));
  return tokens;
}

function findTokens(name: string, words: RoleWords): string[] {
  const all = splitWords(name, words.keep);
  const spoken = all.filter((word, index) => index > 0 || !building.has(word));
  const telling = spoken.filter((word) => !words.modifiers.has(word));
  const chosen = telling.length > 0 ? telling : spoken.length > 0 ? spoken : all;
  return chosen.map(stem);
}
