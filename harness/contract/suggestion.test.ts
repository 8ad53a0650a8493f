import { expect, test } from 'vitest';
import { editDistance, suggest } from './suggestion.ts';

test('counts the edits between two words', () => {
  expect(editDistance('agent_started', 'agent_startd')).toBe(1);
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('', 'abc')).toBe(3);
});

test('suggests a word that is close and none that is not', () => {
  expect(suggest('stagin', ['staging', 'reference'])).toBe('staging');
  expect(suggest('zebra', ['staging', 'reference'])).toBeUndefined();
});
