import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkTable } from '../../checks/check-table.ts';
import { journeyTable } from './journey-table.ts';

test('every file that holds a journey is in the table, under its own name', () => {
  const others = new Set(['enter.ts', 'journey.ts', 'journey-table.ts', 'messages-for.ts']);
  const files = readdirSync(import.meta.dirname)
    .filter((file) => !file.endsWith('.test.ts') && !others.has(file))
    .map((file) => file.slice(0, -'.ts'.length));
  const names = journeyTable.map(({ journey }) => journey.name);
  expect(names.toSorted()).toEqual(files.toSorted());
});

test('journeys exercise checks that exist', () => {
  const known = new Set(checkTable.map(({ id }) => id));
  const strangers = journeyTable.flatMap(({ exercises }) =>
    exercises.filter((id) => !known.has(id)),
  );
  expect(strangers).toEqual([]);
});
