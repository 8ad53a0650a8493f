import { expect, test } from 'vitest';
import { ResultSchema } from '../contract/result.ts';
import { selectRows } from '../faults/matrix/select-rows.ts';
import { findReporter, renderReport } from '../report/render-report.ts';
import { runFaults } from './run-faults.ts';

const screen = { width: 100, colour: false, unicode: true };

test('the kill matrix is a result like any other: stored, and drawn on the page', async () => {
  const result = await runFaults({ only: ['F12', 'K03'], seed: 'unit' });
  expect(ResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
  expect(result.gate?.criteria.map(({ id }) => id)).toEqual(['kill-matrix']);
  const page = renderReport(findReporter('html'), result, screen);
  expect(page).toContain('Kill matrix');
  expect(page).toContain('F12-lost');
  expect(page).toContain('K03');
});

test('shards are the whole, each row once', () => {
  const ids = (shard?: { index: number; count: number }): string[] =>
    selectRows(shard === undefined ? {} : { shard }).map(({ row }) => row.id);
  const parts = [1, 2, 3].flatMap((index) => ids({ index, count: 3 }));
  expect(parts.toSorted()).toEqual(ids().toSorted());
});
