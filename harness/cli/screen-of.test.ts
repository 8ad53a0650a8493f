import { expect, test } from 'vitest';
import { screenOf, type ScreenStream } from './screen-of.ts';

const terminal: ScreenStream = { isTTY: true, columns: 132, hasColors: () => true };
const pipe: ScreenStream = {};

test.each([
  ['a terminal', terminal, {}, { width: 132, colour: true, unicode: true }],
  ['a pipe', pipe, {}, { width: 100, colour: false, unicode: true }],
  ['a narrow terminal', { ...terminal, columns: 40 }, {}, { width: 60 }],
  ['a terminal that does not know its width', { ...terminal, columns: 0 }, {}, { width: 100 }],
  ['a pipe whose reader says a width', pipe, { COLUMNS: '72' }, { width: 72 }],
  ['a width that is none', pipe, { COLUMNS: 'wide' }, { width: 100 }],
  ['a dumb terminal', terminal, { TERM: 'dumb' }, { colour: false, unicode: false }],
  [
    'a terminal without colours',
    { ...terminal, hasColors: (): boolean => false },
    {},
    { colour: false },
  ],
  ['a pipe that wants colour', pipe, { FORCE_COLOR: '1' }, { colour: true }],
  ['a terminal that refuses it', terminal, { FORCE_COLOR: '0' }, { colour: false }],
  ['an empty wish', pipe, { FORCE_COLOR: '' }, { colour: false }],
  ['the plain locale', terminal, { LANG: 'C' }, { colour: true, unicode: false }],
  ['a locale that overrides it', terminal, { LANG: 'C', LC_ALL: 'en_US.UTF-8' }, { unicode: true }],
  ['an empty override', terminal, { LANG: 'POSIX', LC_ALL: '' }, { unicode: false }],
  ['a plain character set', terminal, { LANG: 'de_DE.UTF-8', LC_CTYPE: 'C' }, { unicode: false }],
  ['the plain locale with Unicode', terminal, { LANG: 'C.UTF-8' }, { unicode: true }],
] as const)('%s', (_name, stream, env, expected) => {
  expect(screenOf(stream, env)).toMatchObject(expected);
});
