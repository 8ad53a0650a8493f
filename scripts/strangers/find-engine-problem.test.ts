import { expect, test } from 'vitest';
import { findEngineProblem } from './find-engine-problem.ts';

const conformance = (node?: string) => ({
  name: '@modelcontextprotocol/conformance',
  version: '0.1.16',
  ...(node === undefined ? {} : { engines: { node } }),
});

test('MCP conformance on Node 20: it crashes there with a dump, so that the engine is checked first, in one line', () => {
  const problem = findEngineProblem(conformance('>=22'), '20.20.2');
  expect(problem).toBe(
    '@modelcontextprotocol/conformance 0.1.16 needs Node >=22, this is 20.20.2: run it with the Node of this repository, as npm does',
  );
});

test.each([
  ['>=22', '22.0.0'],
  ['>= 18', '24.21.0'],
  ['^18.19.0 || >=20.16.0', '20.16.1'],
  ['>=20.15.0', '24.1.0'],
  [undefined, '20.20.2'],
])('an engine of %s takes %s', (range, running) => {
  expect(findEngineProblem(conformance(range), running)).toBeUndefined();
});

test('a patch that is missing is missing', () => {
  expect(findEngineProblem(conformance('^18.19.0 || >=20.16.0'), '18.18.9')).toContain('needs');
});
