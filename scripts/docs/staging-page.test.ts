import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { disturbances } from '../../suites/staging/stack/disturbances.ts';

const rows = readFileSync('docs/staging.md', 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));

test.each(disturbances)('docs/staging.md tells of "$title" what is asserted', (disturbance) => {
  const { title, red, why } = disturbance;
  const row = rows.find(([, first]) => first === title);
  expect(row?.slice(2, 4)).toEqual([red.map((id) => `\`${id}\``).join(', '), why]);
});
