import { expect, it } from 'vitest';
import { z } from 'zod';
import { echo } from '../testing/sample-tools.ts';
import { defineTool } from './define-tool.ts';
import { ToolRegistry } from './tool-registry.ts';

const declaration = {
  name: 'weather',
  description: 'Tells the weather.',
  input: z.object({ city: z.string() }),
  output: z.string(),
  execute: ({ city }: { city: string }) => `sunny in ${city}`,
};

it('fills in the defaults and freezes', () => {
  const tool = defineTool(declaration);
  expect(tool).toMatchObject({ permissions: [], timeoutMs: 30_000, concurrencyClass: 'default' });
  expect(Object.isFrozen(tool)).toBe(true);
  expect(Object.isFrozen(tool.permissions)).toBe(true);
});

it.each([
  ['a name no model API accepts', { name: 'two words' }],
  ['no description', { description: '' }],
  ['no time at all', { timeoutMs: 0 }],
  ['a timeout no timer can hold', { timeoutMs: 2 ** 31 }],
])('refuses %s', (_what, change) => {
  expect(() => defineTool({ ...declaration, ...change })).toThrow(
    expect.objectContaining({ code: 'TOOL_DEFINITION_INVALID' }),
  );
});

it('registers under one name once', () => {
  const registry = new ToolRegistry([echo]);
  expect(registry.find('echo')).toBe(echo);
  expect(registry.find('constructor')).toBeUndefined();
  expect(() => new ToolRegistry([echo, { ...echo }])).toThrow(
    expect.objectContaining({ code: 'TOOL_DUPLICATE' }),
  );
});
