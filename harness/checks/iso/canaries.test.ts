import { describe, expect, it } from 'vitest';
import { Canaries } from './canaries.ts';

function planted(...texts: readonly string[]): Canaries {
  const canaries = new Canaries();
  texts.forEach((canary, n) => {
    canaries.plant({
      type: 'plant',
      n,
      at: 0,
      wall: 0,
      canary,
      user: `owner of ${canary}`,
      via: 'tool',
    });
  });
  return canaries;
}

describe('a search', () => {
  it.each([
    ['{"text":"see gpc-abc."}', ['gpc-abc']],
    ['gpc-abc gpc-xyz', ['gpc-abc', 'gpc-xyz']],
    ['gpc-abcd is another word', []],
    ['nothing, not even gpc-', []],
  ])('in %s', (text, found) => {
    const canaries = planted('gpc-abc', 'gpc-xyz');
    expect(canaries.findIn(text).map((canary) => canary.text)).toEqual(found);
  });
});

describe('the unfinished end of a piece', () => {
  it.each([
    ['see g', 'g'],
    ['see gpc-a', 'gpc-a'],
    ['seeing gp', 'gp'],
    ['see gpc-abc and more', ''],
    ['none at all', ''],
  ])('of %j', (text, end) => {
    expect(planted('gpc-abc').unfinished(text)).toBe(end);
  });
});
