import { globSync, readFileSync } from 'node:fs';
import { parseSync, type VariableDeclaration } from 'oxc-parser';
import { expect, it } from 'vitest';

/** Expressions whose value nobody can change afterwards. */
const constantTypes = new Set([
  'Literal',
  'TemplateLiteral',
  'UnaryExpression',
  'BinaryExpression',
  'ArrowFunctionExpression',
]);

function isConstant(
  source: string,
  { type, start, end }: { type: string; start: number; end: number },
) {
  const text = source.slice(start, end);
  return (
    constantTypes.has(type) ||
    text.startsWith('Object.freeze(') ||
    text.startsWith('Symbol(') ||
    // Schemas are immutable: each method of zod returns another schema.
    text.startsWith('z\n') ||
    text.startsWith('z.') ||
    / as const(?: satisfies .*)?$/.test(text)
  );
}

/** Variables of a module that keep something between two calls. */
function findModuleState(source: string): string[] {
  const { body } = parseSync('module.ts', source).program;
  const variables = body.flatMap((statement): VariableDeclaration[] => {
    const declared =
      statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    return declared?.type === 'VariableDeclaration' ? [declared] : [];
  });
  return variables.flatMap(({ kind, declarations }) =>
    declarations
      .filter(({ init }) => kind !== 'const' || init === null || !isConstant(source, init))
      .map(({ start, end }) => source.slice(start, end)),
  );
}

it('keeps no state in any module of the room', () => {
  const files = globSync(new URL('**/*.ts', import.meta.url).pathname).filter(
    (file) => !file.endsWith('.test.ts') && !file.includes('/testing/'),
  );
  expect(files.length).toBeGreaterThan(20);
  const state = files.flatMap((file) =>
    findModuleState(readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`),
  );
  expect(state).toEqual([]);
});

it.each(['let last = 1;', 'const seen = new Set();', 'export const cache = {};', 'var x;'])(
  'would find %s',
  (source) => {
    expect(findModuleState(source)).toHaveLength(1);
  },
);
