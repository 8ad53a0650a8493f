// oxlint-disable typescript/switch-exhaustiveness-check -- a syntax tree has some 170 kinds of node; those without a case are handled as a group
import type { Node } from 'oxc-parser';
import type { Expression, Statement } from '../facts/expression.ts';
import { expressionOf, type ExpressionContext } from './expression-of.ts';
import { bindingNames } from './parameters.ts';

type Convert = (node: Node) => Statement[];

function assignedNames(target: Node, context: ExpressionContext): string[] {
  const value = expressionOf(target, context);
  if (value.kind === 'name') return [value.name];
  return value.kind === 'item' && value.of.kind === 'name' ? [value.of.name] : bindingNames(target);
}

/** Where a value is put is part of what happens: `counts[pick()] = 1`. */
function assignedValue(target: Node, value: Expression, context: ExpressionContext): Expression {
  const left = expressionOf(target, context);
  return left.kind === 'item' ? { kind: 'other', parts: [value, ...left.at] } : value;
}

function declared(
  node: Extract<Node, { type: 'VariableDeclaration' }>,
  context: ExpressionContext,
): Statement[] {
  return node.declarations.map((declaration) => ({
    kind: 'assign',
    line: context.lineOf(declaration.start),
    targets: bindingNames(declaration.id),
    annotation: undefined,
    value: declaration.init === null ? undefined : expressionOf(declaration.init, context),
  }));
}

function loop(
  node: Node,
  over: Node | null,
  bound: Node | null,
  body: Statement[],
  context: ExpressionContext,
): Statement {
  const targets =
    bound === null
      ? []
      : bound.type === 'VariableDeclaration'
        ? bound.declarations.flatMap((declaration) => bindingNames(declaration.id))
        : bindingNames(bound);
  return {
    kind: 'loop',
    line: context.lineOf(node.start),
    over: over === null ? undefined : overOf(node, expressionOf(over, context)),
    targets,
    body,
  };
}

/** `for await` waits for each of what it goes over. */
function overOf(node: Node, over: Expression): Expression {
  return node.type === 'ForOfStatement' && node.await ? { kind: 'await', of: over } : over;
}

function expressionStatement(node: Node, line: number, context: ExpressionContext): Statement[] {
  if (node.type !== 'AssignmentExpression')
    return [{ kind: 'expression', line, value: expressionOf(node, context) }];
  return [
    {
      kind: 'assign',
      line,
      targets: assignedNames(node.left, context),
      annotation: undefined,
      value: assignedValue(node.left, expressionOf(node.right, context), context),
    },
  ];
}

function switchStatement(
  node: Extract<Node, { type: 'SwitchStatement' }>,
  convert: Convert,
  context: ExpressionContext,
): Statement[] {
  const test: Expression = expressionOf(node.discriminant, context);
  return node.cases.map((branch) => ({
    kind: 'if',
    line: context.lineOf(branch.start),
    test,
    body: branch.consequent.flatMap(convert),
    otherwise: [],
  }));
}

function statementOf(node: Node, convert: Convert, context: ExpressionContext): Statement[] {
  const line = context.lineOf(node.start);
  const optional = (part: Node | null): Expression | undefined =>
    part === null ? undefined : expressionOf(part, context);
  switch (node.type) {
    case 'BlockStatement':
    case 'StaticBlock':
      return node.body.flatMap(convert);
    case 'ExpressionStatement':
      return expressionStatement(node.expression, line, context);
    case 'ReturnStatement':
      return [{ kind: 'return', line, value: optional(node.argument) }];
    case 'ThrowStatement':
      return [{ kind: 'raise', line, value: optional(node.argument) }];
    case 'VariableDeclaration':
      return declared(node, context);
    case 'IfStatement':
      return [
        {
          kind: 'if',
          line,
          test: expressionOf(node.test, context),
          body: convert(node.consequent),
          otherwise: node.alternate === null ? [] : convert(node.alternate),
        },
      ];
    case 'ForOfStatement':
    case 'ForInStatement':
      return [loop(node, node.right, node.left, convert(node.body), context)];
    case 'ForStatement':
      return [loop(node, node.test, node.init, convert(node.body), context)];
    case 'WhileStatement':
    case 'DoWhileStatement':
      return [loop(node, node.test, null, convert(node.body), context)];
    case 'TryStatement':
      return [
        {
          kind: 'try',
          line,
          body: convert(node.block),
          handlers:
            node.handler === null
              ? []
              : [
                  {
                    types: [],
                    name:
                      node.handler.param === null ? undefined : bindingNames(node.handler.param)[0],
                    body: convert(node.handler.body),
                  },
                ],
          last: node.finalizer === null ? [] : convert(node.finalizer),
        },
      ];
    case 'SwitchStatement':
      return switchStatement(node, convert, context);
    case 'LabeledStatement':
      return convert(node.body);
    case 'ExportNamedDeclaration':
      return node.declaration === null ? [] : convert(node.declaration);
    case 'ExportDefaultDeclaration':
      return convert(node.declaration);
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return [{ kind: 'definition', line, name: node.id?.name ?? 'default' }];
    case 'ImportDeclaration':
      return [{ kind: 'import', line }];
    case 'Identifier':
    case 'CallExpression':
    case 'NewExpression':
    case 'ObjectExpression':
    case 'ArrowFunctionExpression':
    case 'AwaitExpression':
      return expressionStatement(node, line, context);
    default:
      return [{ kind: 'other', line }];
  }
}

/**
 * Converts statements, blocks and the expression body of an arrow (a `return`) to the shared model.
 * @param options.functions also convert the bodies of functions that stand in an expression
 */
export function createStatementReader(
  lineOf: (offset: number) => number,
  options: { readonly functions: boolean },
): (body: Node) => readonly Statement[] {
  const statementsOf = (body: Node): readonly Statement[] =>
    body.type === 'BlockStatement'
      ? convert(body)
      : [{ kind: 'return', line: lineOf(body.start), value: expressionOf(body, context) }];
  const context: ExpressionContext = {
    lineOf,
    statementsOf: options.functions ? statementsOf : () => [],
  };
  const convert: Convert = (node) => statementOf(node, convert, context);
  return (body) => (body.type === 'Program' ? body.body.flatMap(convert) : statementsOf(body));
}
