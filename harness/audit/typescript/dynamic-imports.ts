// oxlint-disable typescript/switch-exhaustiveness-check -- a syntax tree has some 170 kinds of node; those without a case are handled as a group
import type { ImportExpression, Node } from 'oxc-parser';
import type { ImportFact } from '../facts/file-facts.ts';
import { keyName } from './key-name.ts';

/** A name taken from a module, and what it is called here; an empty name is the whole module. */
export interface TakenName {
  readonly name: string;
  readonly local: string;
}

/** The `import()` a value is, behind parentheses and `await`. */
export function importIn(node: Node | null | undefined): ImportExpression | undefined {
  switch (node?.type) {
    case 'ImportExpression':
      return node;
    case 'AwaitExpression':
      return importIn(node.argument);
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
      return importIn(node.expression);
    default:
      return undefined;
  }
}

/** What a pattern takes from the module it is given. */
export function boundNames(pattern: Node): TakenName[] {
  if (pattern.type === 'Identifier') return [{ name: '', local: pattern.name }];
  if (pattern.type !== 'ObjectPattern') return [];
  return pattern.properties.flatMap((property): TakenName[] => {
    if (property.type !== 'Property') return boundNames(property.argument);
    const name = keyName(property.key, property.computed);
    const value =
      property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    return name !== '' && value.type === 'Identifier' ? [{ name, local: value.name }] : [];
  });
}

/** `(await import('x')).Name` and `import('x').then(({ Name }) => …)`; undefined for anything else. */
export function takenFromImport(
  node: Node,
): { readonly import: ImportExpression; readonly names: TakenName[] } | undefined {
  if (node.type === 'MemberExpression') {
    const loaded = importIn(node.object);
    const name = keyName(node.property, node.computed);
    return loaded === undefined || name === '' || name === 'then'
      ? undefined
      : { import: loaded, names: [{ name, local: name }] };
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const loaded = importIn(node.callee.object);
  const [callback] = node.arguments;
  if (loaded === undefined || keyName(node.callee.property, node.callee.computed) !== 'then')
    return undefined;
  const isFunction =
    callback?.type === 'ArrowFunctionExpression' || callback?.type === 'FunctionExpression';
  const [first] = isFunction ? callback.params : [];
  return { import: loaded, names: first === undefined ? [] : boundNames(first) };
}

/** The facts of one `import()`; nothing when its module is computed. */
export function dynamicImports(
  node: ImportExpression,
  names: readonly TakenName[],
  within: string,
  lineOf: (offset: number) => number,
): ImportFact[] {
  const { source } = node;
  if (source.type !== 'Literal' || typeof source.value !== 'string') return [];
  const module = source.value;
  const taken = names.length === 0 ? [{ name: '', local: '' }] : names;
  return taken.map(({ name, local }) => ({
    line: lineOf(node.start),
    module,
    name,
    local,
    within,
    typeOnly: false,
    guarded: false,
    dynamic: true,
  }));
}
