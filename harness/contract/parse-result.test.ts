import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { failingResult } from '../report/test-support/sample-results.ts';
import type { MarkColumns } from './mark-columns.ts';
import { parseResult } from './parse-result.ts';

const [timeline] = failingResult.timelines;
if (timeline === undefined) throw new Error('the sample has no timeline');

function open(packed: string): unknown {
  return JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString());
}

/** As results were stored before timelines were packed: every mark with its lane, every frame with its mark. */
const { marks, frames, count: _, frameless: __, witnesses: ___, ...rest } = timeline;
const { words, lane, n, at, kind } = open(marks) as MarkColumns;
const raws = frames.flatMap(({ packed }) => open(packed) as string[]);
const sum = (numbers: readonly number[], last: number): number =>
  numbers.slice(0, last + 1).reduce((total, one) => total + one, 0);
const loose = lane.map((of, index) => ({
  of,
  n: sum(n, index),
  at: sum(at, index) / 1000,
  kind: words[kind[index] ?? 0] ?? '',
  raw: raws[index] ?? '',
}));
const old = {
  ...failingResult,
  timelines: [
    {
      ...rest,
      lanes: timeline.lanes.map((one, index) => ({
        ...one,
        marks: loose.filter(({ of }) => of === index).map(({ of: ____, ...mark }) => mark),
      })),
    },
  ],
};

test('a result that was stored before timelines were packed is read as one of today', () => {
  const [upgraded] = parseResult(old, 'here').timelines;
  expect(upgraded).toMatchObject({
    lanes: timeline.lanes,
    count: timeline.count,
    witnesses: timeline.witnesses,
  });
  expect(open(upgraded?.marks ?? '')).toMatchObject({ lane, n, at });
  expect(upgraded?.frames.flatMap(({ packed }) => open(packed))).toEqual(raws);
});

test('a result of today is left as it is', () => {
  expect(parseResult(failingResult, 'here')).toEqual(failingResult);
});

test('what is none is refused with its place and the reason', () => {
  expect(() => parseResult({ ...failingResult, seed: 7 }, 'line 3')).toThrow(/seed: .*string/);
});
