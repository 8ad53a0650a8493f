import { expect, it } from 'vitest';
import { againCommand } from './again-command.ts';

it.each([
  ['golden-path gate --phase 2', 'npx golden-path gate --phase 2 --seed s1'],
  ['golden-path gate --seed s0', 'npx golden-path gate --seed s0'],
  ['golden-path check run.ndjson', 'npx golden-path check run.ndjson'],
  ['audit', 'npx golden-path audit'],
  ['probe', 'npx golden-path probe --seed s1'],
])('%s', (command, again) => {
  expect(againCommand({ command, seed: 's1' })).toBe(again);
});
