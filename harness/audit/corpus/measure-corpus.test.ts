import { expect, it } from 'vitest';
import { measureCorpus } from './measure-corpus.ts';

it('finds what a reader of the corpus calls competing, and nothing else', () => {
  const report = measureCorpus();
  expect(report.precision).toBeGreaterThanOrEqual(0.95);
  expect(report.recall).toBeGreaterThanOrEqual(0.9);
  expect(report.roles.filter((role) => role.held_out)).toHaveLength(4);
  expect(report.held_out.precision).toBeGreaterThanOrEqual(0.95);
  expect(report.held_out.recall).toBeGreaterThanOrEqual(0.9);
});
