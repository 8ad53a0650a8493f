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

/** Hands over the parts of an expression, in order; statements of a function expression are not parts. */
export function eachPart(expression: Expression, visit: (part: Expression) => void): void {
  switch (expression.kind) {
    case 'name':
    case 'constant':
    case 'function':
      return;
    case 'call':
      visit(expression.callee);
      for (const argument of expression.args) visit(argument.value);
      return;
    case 'member':
    case 'await':
      visit(expression.of);
      return;
    case 'item':
      visit(expression.of);
      for (const part of expression.at) visit(part);
      return;
    case 'choice':
      if (expression.test !== undefined) visit(expression.test);
      for (const option of expression.options) visit(option);
      return;
    case 'compare':
      visit(expression.left);
      visit(expression.right);
      return;
    case 'object':
      for (const entry of expression.entries) visit(entry.value);
      return;
    case 'other':
      for (const part of expression.parts) visit(part);
  }
}

/** Parts of an expression as a list. */
export function partsOf(expression: Expression): readonly Expression[] {
  const parts: Expression[] = [];
  eachPart(expression, (part) => parts.push(part));
  return parts;
}

/** Enters expressions and blocks, and hands over every expression it meets; function expressions are entered. */
function createWalk(meet: (expression: Expression) => void) {
  const enter = (expression: Expression): void => {
    meet(expression);
    if (expression.kind === 'function') enterBlock(expression.body);
    else eachPart(expression, enter);
  };
  const enterBlock = (block: readonly Statement[]): void => {
    for (const statement of block) {
      for (const expression of expressionsOf(statement)) enter(expression);
      for (const inner of blocksOf(statement)) enterBlock(inner);
    }
  };
  return { enter, enterBlock };
}

/** An expression and everything in it, function expressions entered. */
export function walkExpression(expression: Expression): readonly Expression[] {
  const found: Expression[] = [];
  createWalk((each) => found.push(each)).enter(expression);
  return found;
}

/** Every expression of a block, in order. */
export function walkExpressions(block: readonly Statement[]): readonly Expression[] {
  const found: Expression[] = [];
  createWalk((each) => found.push(each)).enterBlock(block);
  return found;
}

/** Calls by the block they stand in, for the same reason. */
const calls = new WeakMap<readonly Statement[], readonly Call[]>();

/** Every call of a block, in order. */
export function walkCalls(block: readonly Statement[]): readonly Call[] {
  let found = calls.get(block);
  if (found === undefined) {
    const collected: Call[] = [];
    createWalk((each) => {
      if (each.kind === 'call') collected.push(each);
    }).enterBlock(block);
    calls.set(block, (found = collected));
  }
  return found;
}
