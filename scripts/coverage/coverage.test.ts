import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { featureTable } from './feature-table.ts';
import { proofOf, suiteSources } from './locate.ts';
import { measurementProofs, testProofs } from './proofs.ts';

const ids = featureTable.flatMap((feature) => feature.ids);

/** How many tests each group of the original platform had, or planned. */
const groups = { C: 6, V: 5, U: 8, G: 4, A: 5, P: 5, J: 4, E: 39, W: 10 };

test('every feature is in the table, once', () => {
  const wanted = Object.entries(groups).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
  );
  expect(ids.toSorted()).toEqual(wanted.toSorted());
});

test.each(featureTable)('$ids: every name exists and something proves it', ({ covered }) => {
  const names = Object.values(covered).flat();
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => (proofOf(name) ?? '') === '')).toEqual([]);
});

test('every proof that is a file is there', () => {
  const root = join(import.meta.dirname, '..', '..');
  const files = [...Object.values(measurementProofs), ...Object.values(testProofs)];
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test('every feature is claimed by a test of one of the four suites, and no other id is', () => {
  const text = suiteSources().join('\n');
  const lists = [...text.matchAll(/covers: \[([^\]]*)\]/g)].map(([, list = '']) => list);
  const claimed = new Set(
    lists.flatMap((list) => [...list.matchAll(/'([A-Z]\d+)'/g)].map(([, id = '']) => id)),
  );
  expect(ids.filter((id) => !claimed.has(id))).toEqual([]);
  expect([...claimed].filter((id) => !ids.includes(id))).toEqual([]);
});
