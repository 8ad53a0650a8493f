import type { Call, Expression, Statement } from './expression.ts';

/** What a statement holds directly: its own expressions, not those of nested statements. */
export function expressionsOf(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case 'return':
    case 'yield':
    case 'expression':
    case 'raise':
    case 'assign':
    case 'assert':
      return statement.value === undefined ? [] : [statement.value];
    case 'if':
      return [statement.test];
    case 'loop':
      return statement.over === undefined ? [] : [statement.over];
    case 'with':
      return statement.items.map((item) => item.value);
    case 'try':
    case 'definition':
    case 'import':
    case 'other':
      return [];
  }
}

/** Blocks nested in a statement. */
export function blocksOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case 'if':
      return [statement.body, statement.otherwise];
    case 'loop':
    case 'with':
      return [statement.body];
    case 'try':
      return [statement.body, ...statement.handlers.map((handler) => handler.body), statement.last];
    case 'return':
    case 'yield':
    case 'expression':
    case 'raise':
    case 'assign':
    case 'assert':
    case 'definition':
    case 'import':
    case 'other':
      return [];
  }
}

function collectStatements(block: readonly Statement[], into: Statement[]): void {
  for (const statement of block) {
    into.push(statement);
    for (const inner of blocksOf(statement)) collectStatements(inner, into);
  }
}

/** One list for each block: rules ask for the same one again and again, a history for every commit. */
const walked = new WeakMap<readonly Statement[], readonly Statement[]>();

/** Every statement of a block, nested ones included, in order. Bodies of inner functions are not entered. */
export function walkStatements(block: readonly Statement[]): readonly Statement[] {
  let found = walked.get(block);
  if (found === undefined) {
    const collected: Statement[] = [];
    collectStatements(block, collected);
    walked.set(block, (found = collected));
  }
  return found;
}

/** Parts of an expression; statements of a function expression are not parts. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'name':
    case 'constant':
    case 'function':
      return [];
    case 'call':
      return [expression.callee, ...expression.args.map((argument) => argument.value)];
    case 'member':
    case 'await':
      return [expression.of];
    case 'item':
      return [expression.of, ...expression.at];
    case 'choice':
      return expression.test === undefined
        ? expression.options
        : [expression.test, ...expression.options];
    case 'compare':
      return [expression.left, expression.right];
    case 'object':
      return expression.entries.map((entry) => entry.value);
    case 'other':
      return expression.parts;
  }
}

function collectExpression(expression: Expression, into: Expression[]): void {
  into.push(expression);
  for (const part of partsOf(expression)) collectExpression(part, into);
  if (expression.kind === 'function') collectBlock(expression.body, into);
}

function collectBlock(block: readonly Statement[], into: Expression[]): void {
  for (const statement of block) {
    for (const expression of expressionsOf(statement)) collectExpression(expression, into);
    for (const inner of blocksOf(statement)) collectBlock(inner, into);
  }
}

/** An expression and everything in it, function expressions entered. */
export function walkExpression(expression: Expression): readonly Expression[] {
  const found: Expression[] = [];
  collectExpression(expression, found);
  return found;
}

/** Every expression of a block, in order. */
export function walkExpressions(block: readonly Statement[]): readonly Expression[] {
  const found: Expression[] = [];
  collectBlock(block, found);
  return found;
}

/** Every call of a block, in order. */
export function walkCalls(block: readonly Statement[]): readonly Call[] {
  return walkExpressions(block).filter((expression) => expression.kind === 'call');
}
