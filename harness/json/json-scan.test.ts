import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanJson } from './json-scan.ts';

describe('what parsing loses', () => {
  it.each([
    ['{"a":1,"a":2}', 'the key "a" a second time', 7],
    ['{"ä":{"b":1,"b":2}}', 'the key "b" a second time', 12],
    ['[{"x":1},{"y":{"z":1},"y":2}]', 'the key "y" a second time', 22],
    [
      '{"id":12345678901234567890}',
      '12345678901234567890, which is read as 12345678901234567000',
      6,
    ],
    ['{"id":-1e400}', '-1e400, which is read as Infinity', 6],
    ['{"id":NaN}', 'NaN', 6],
  ])('%s', (raw, what, offset) => {
    expect(scanJson(raw).losses).toEqual([{ what, offset }]);
  });

  it.each([
    '{"a":{"a":1},"b":{"a":2}}',
    '[{"a":1},{"a":2}]',
    '{"text":"\\"a\\":1,\\"a\\":2"}',
    '{"id":9007199254740992,"price":0.1,"small":1e-7}',
    '{"id":"12345678901234567890"}',
  ])('nothing in %s', (raw) => {
    expect(scanJson(raw).losses).toEqual([]);
  });

  it('nothing in whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json(), (raw) => {
        expect(scanJson(raw).losses).toEqual([]);
      }),
    );
  });
});

describe('the shape of a frame', () => {
  it('does not depend on the order of its fields or on their values', () => {
    expect(scanJson('{"a":1,"b":"x"}').shape).toBe(scanJson('{ "b" : "y", "a" : 27 }').shape);
  });

  it.each(['{"a":1}', '{"a":1,"c":"x"}', '{"a":"1","b":"x"}'])('differs for %s', (raw) => {
    expect(scanJson(raw).shape).not.toBe(scanJson('{"a":1,"b":"x"}').shape);
  });
});
