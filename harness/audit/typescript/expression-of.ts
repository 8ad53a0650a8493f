// oxlint-disable typescript/switch-exhaustiveness-check -- a syntax tree has some 170 kinds of node; those without a case are handled as a group
import type { Argument as OxcArgument, Expression as OxcExpression, Node } from 'oxc-parser';
import { visitorKeys } from 'oxc-parser';
import type { Argument, Call, Expression, Statement } from '../facts/expression.ts';
import { keyName } from './key-name.ts';
import { bindingNames } from './parameters.ts';

/** What the conversion needs to know of the file. */
export interface ExpressionContext {
  readonly lineOf: (offset: number) => number;
  readonly statementsOf: (body: Node) => readonly Statement[];
}

/** Nodes that only wrap a value: parentheses, casts, `!`, optional chains. */
function unwrap(node: Node): Node {
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ChainExpression':
      return unwrap(node.expression);
    default:
      return node;
  }
}

function chainName(node: Node): string | undefined {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'Identifier':
      return inner.name;
    case 'ThisExpression':
      return 'self';
    case 'Super':
      return 'super';
    case 'MetaProperty':
      return `${inner.meta.name}.${inner.property.name}`;
    case 'MemberExpression': {
      const name = keyName(inner.property, inner.computed);
      const before = name === '' ? undefined : chainName(inner.object);
      return before === undefined ? undefined : `${before}.${name}`;
    }
    default:
      return undefined;
  }
}

function argumentOf(argument: OxcArgument, context: ExpressionContext): Argument {
  return argument.type === 'SpreadElement'
    ? { keyword: '*', value: expressionOf(argument.argument, context) }
    : { keyword: '', value: expressionOf(argument, context) };
}

function objectOf(node: Extract<Node, { type: 'ObjectExpression' }>, context: ExpressionContext) {
  const entries = node.properties.map((property): Argument =>
    property.type === 'SpreadElement'
      ? { keyword: '**', value: expressionOf(property.argument, context) }
      : {
          keyword: keyName(property.key, property.computed),
          value: expressionOf(property.value, context),
        },
  );
  return { kind: 'object', entries } as const;
}

/** Markup is a call of whatever renders it: `<Page title={t} />` is `createElement(Page, …)`. */
function elementOf(
  node: Extract<Node, { type: 'JSXElement' | 'JSXFragment' }>,
  context: ExpressionContext,
): Call {
  const line = context.lineOf(node.start);
  const callee = { kind: 'name', name: 'createElement', line } as const;
  return { kind: 'call', callee, args: [{ keyword: '**', value: otherOf(node, context) }], line };
}

/** Children of a node the audit has no word for. */
function otherOf(node: Node, context: ExpressionContext): Expression {
  const parts: Expression[] = [];
  const record = node as unknown as Readonly<Record<string, unknown>>;
  for (const key of visitorKeys[node.type] ?? []) {
    if (key.startsWith('type') || key === 'returnType') continue;
    const child = record[key];
    for (const part of Array.isArray(child) ? (child as unknown[]) : [child])
      if (typeof part === 'object' && part !== null && 'type' in part)
        parts.push(expressionOf(part as Node, context));
  }
  return { kind: 'other', parts };
}

const comparisons = new Set(['==', '===', '!=', '!==', '<', '<=', '>', '>=', 'in', 'instanceof']);

/** Converts a syntax tree node to the shared expression model. Never throws on a node it does not know. */
export function expressionOf(node: Node | OxcExpression, context: ExpressionContext): Expression {
  const inner = unwrap(node);
  const name = chainName(inner);
  if (name !== undefined) return { kind: 'name', name, line: context.lineOf(inner.start) };
  switch (inner.type) {
    case 'CallExpression':
    case 'NewExpression':
      return {
        kind: 'call',
        callee: expressionOf(inner.callee, context),
        args: inner.arguments.map((argument) => argumentOf(argument, context)),
        line: context.lineOf(inner.start),
      };
    case 'ImportExpression':
      return {
        kind: 'call',
        callee: { kind: 'name', name: 'import', line: context.lineOf(inner.start) },
        args: [{ keyword: '', value: expressionOf(inner.source, context) }],
        line: context.lineOf(inner.start),
      };
    case 'AwaitExpression':
      return { kind: 'await', of: expressionOf(inner.argument, context) };
    case 'MemberExpression': {
      const property = keyName(inner.property, inner.computed);
      const of = expressionOf(inner.object, context);
      if (property !== '') return { kind: 'member', of, name: property };
      return { kind: 'item', of, at: [expressionOf(inner.property, context)] };
    }
    case 'Literal':
      return {
        kind: 'constant',
        text: typeof inner.value === 'string' ? inner.value : (inner.raw ?? 'null'),
        string: typeof inner.value === 'string',
      };
    case 'TemplateLiteral':
      if (inner.expressions.length > 0) return otherOf(inner, context);
      return { kind: 'constant', text: inner.quasis[0]?.value.cooked ?? '', string: true };
    case 'ConditionalExpression':
      return {
        kind: 'choice',
        test: expressionOf(inner.test, context),
        options: [expressionOf(inner.consequent, context), expressionOf(inner.alternate, context)],
      };
    case 'LogicalExpression':
      return {
        kind: 'choice',
        test: undefined,
        options: [expressionOf(inner.left, context), expressionOf(inner.right, context)],
      };
    case 'BinaryExpression':
      if (!comparisons.has(inner.operator)) return otherOf(inner, context);
      return {
        kind: 'compare',
        left: expressionOf(inner.left, context),
        operator: inner.operator,
        right: expressionOf(inner.right, context),
      };
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return {
        kind: 'function',
        params: inner.params.flatMap(bindingNames),
        async: inner.async,
        body: inner.body === null ? [] : context.statementsOf(inner.body),
      };
    case 'ObjectExpression':
      return objectOf(inner, context);
    case 'JSXElement':
    case 'JSXFragment':
      return elementOf(inner, context);
    default:
      return otherOf(inner, context);
  }
}
