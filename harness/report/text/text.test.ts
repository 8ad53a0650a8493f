import { describe, expect, it } from 'vitest';
import { columns, cut, pad } from './columns.ts';
import { formatCount } from './format-count.ts';
import { formatDuration } from './format-duration.ts';
import { formatQuantities, formatQuantity } from './format-quantity.ts';
import { makeVisible } from './make-visible.ts';
import { wrap } from './wrap.ts';

describe('numbers as people read them', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1 000'],
    [1_234_567, '1 234 567'],
  ])('count %i', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });

  it.each([
    [12.4, '12 ms'],
    [41_230, '41.2 s'],
    [59_990, '1 min 0 s'],
    [200_000, '3 min 20 s'],
    [7_500_000, '2 h 5 min'],
  ])('duration of %f ms', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });

  it('quantities of one line share the unit of the first', () => {
    expect(formatQuantities([1240, 980], 'ms')).toEqual(['1.24 s', '0.98 s']);
    expect(formatQuantity(19_188_941, 'bytes')).toBe('18.3 MiB');
    expect(formatQuantity(0, 'bytes')).toBe('0 B');
    expect(formatQuantity(12_480.4, 'per-second')).toBe('12 480 /s');
  });
});

describe('text in columns', () => {
  it('counts what a terminal shows', () => {
    expect(columns('\u001b[31mab\u001b[39m')).toBe(2);
    expect(columns('漢字')).toBe(4);
  });

  it('cuts without splitting a character', () => {
    expect(cut('漢字漢字', 6, '…')).toBe('漢字…');
    expect(cut('short', 6, '…')).toBe('short');
    expect(pad('7', 3, 'start')).toBe('  7');
  });

  it('wraps at blanks and cuts longer words', () => {
    expect(wrap('one two three', 8, '…')).toEqual(['one two', 'three']);
    expect(wrap('abcdefghij k', 5, '…')).toEqual(['abcd…', 'k']);
  });

  it('shows controls and direction marks instead of obeying them', () => {
    expect(makeVisible('a\u001b[2J\u202eb')).toBe('a\\u001b[2J\\u202eb');
  });
});
