import type { Call, Expression, Statement } from '../facts/expression.ts';
import { bodyKey } from '../facts/bodies.ts';
import {
  blocksOf,
  expressionsOf,
  partsOf,
  walkCalls,
  walkStatements,
} from '../facts/walk-statements.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { rootName, type TestFunction } from './find-tests.ts';
import { isAsserting } from './value-origin.ts';

/** What stands between an assertion and the verdict of its test. */
export interface Assertion {
  readonly line: number;
  /** What is compared; empty when a helper does it. */
  readonly operands: readonly Expression[];
  /** The name it is made by: `assert`, `expect.toBe`, `self.assertEqual`. */
  readonly made: string;
  /** A handler around it swallows its failure. */
  readonly swallowed: boolean;
  /** Blocks around it that may not run, outermost first. */
  readonly conditions: readonly Statement[];
}

const swallowing = /^(AssertionError|Exception|BaseException)$/;
const runnerFails = /(^|\.)(fail|exit|raise|rethrow|throwError)$/;

/** Does a handler of this `try` catch a failed assertion and go on as if nothing happened? */
function swallows(statement: Statement & { kind: 'try' }): boolean {
  return statement.handlers.some((handler) => {
    const catches =
      handler.types.length === 0 || handler.types.some((type) => swallowing.test(type));
    const speaks = [...walkStatements(handler.body)].some(
      (each) => each.kind === 'raise' || each.kind === 'assert',
    );
    const fails = [...walkCalls(handler.body)].some((call) => {
      const name = rootName(call);
      return runnerFails.test(name) || /^(expect|assert)\b|^self\.(assert|fail)/.test(name);
    });
    return catches && !speaks && !fails;
  });
}

/** Looks two calls deep into own helpers for something that can fail a test. */
const deepestHelper = 3;

/** The project's own functions a call may mean. */
function ownHelpers(model: AuditModel, test: TestFunction, call: Call) {
  if (call.callee.kind !== 'name') return [];
  const { name } = call.callee;
  const own =
    name.startsWith('self.') && test.owner !== '' ? `${test.owner}.${name.slice(5)}` : name;
  return model.lookup
    .inside(test.path, own, test.owner)
    .definitions.filter((definition) => definition.kind === 'function');
}

function helperAsserts(model: AuditModel, test: TestFunction, call: Call, depth: number): boolean {
  if (depth > deepestHelper) return false;
  for (const definition of ownHelpers(model, test, call)) {
    const body = model.bodiesOf(definition.path).functions.get(bodyKey(definition.fact)) ?? [];
    const inner = { ...test, path: definition.path, owner: definition.fact.owner };
    for (const statement of walkStatements(body)) if (statement.kind === 'assert') return true;
    for (const each of walkCalls(body))
      if (
        /^(expect|assert)\b|^self\.(assert|fail)|^pytest\.(fail|raises)/.test(rootName(each)) ||
        helperAsserts(model, inner, each, depth + 1)
      )
        return true;
  }
  return false;
}

/** The chain of names of a call: `expect(a).not.toBe(b)` is `expect.not.toBe`. */
function chainOf(expression: Expression): string {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'call') return chainOf(expression.callee);
  if (expression.kind === 'member') return `${chainOf(expression.of)}.${expression.name}`;
  return expression.kind === 'await' ? chainOf(expression.of) : '';
}

/** Everything compared along a chain: arguments of `expect` and of the matcher. */
function operandsOf(expression: Expression): Expression[] {
  if (expression.kind === 'call')
    return [...operandsOf(expression.callee), ...expression.args.map(({ value }) => value)];
  return expression.kind === 'member' || expression.kind === 'await'
    ? operandsOf(expression.of)
    : [];
}

/** Settings of the runner that look like assertions. */
const settings =
  /^expect\.(assertions|hasAssertions|extend|any|anything|objectContaining|arrayContaining|stringContaining|stringMatching|closeTo|poll\.)/;

/** All assertions of a test, with what stands between them and its verdict. */
export function findAssertions(model: AuditModel, test: TestFunction): Assertion[] {
  const found: Assertion[] = [];

  function visitExpression(
    expression: Expression,
    swallowed: boolean,
    conditions: readonly Statement[],
  ): void {
    if (expression.kind === 'function') {
      visitBlock(expression.body, swallowed, conditions);
      return;
    }
    if (expression.kind === 'call') {
      const made = chainOf(expression);
      // What the project's own helper compares is its business; `fail()` compares nothing and is always red.
      const isHelper = isAsserting(made)
        ? /(^|\.)fail$/.test(made) || ownHelpers(model, test, expression).length > 0
        : helperAsserts(model, test, expression, 0);
      if ((isAsserting(made) && !settings.test(made)) || isHelper) {
        const receiver =
          expression.callee.kind === 'name' && !/^(self|expect|assert)\b/.test(made)
            ? [expression.callee]
            : [];
        found.push({
          line: expression.line,
          operands: isHelper ? [] : [...receiver, ...operandsOf(expression)],
          made,
          swallowed,
          conditions,
        });
        for (const { value } of expression.args)
          if (value.kind === 'function') visitExpression(value, swallowed, conditions);
        return;
      }
    }
    for (const part of partsOf(expression)) visitExpression(part, swallowed, conditions);
  }

  function visitBlock(
    block: readonly Statement[],
    swallowed: boolean,
    conditions: readonly Statement[],
  ): void {
    for (const statement of block) {
      if (statement.kind === 'assert')
        found.push({
          line: statement.line,
          operands: [statement.value],
          made: 'assert',
          swallowed,
          conditions,
        });
      if (
        statement.kind === 'with' &&
        statement.items.some(({ value }) =>
          /(^|\.)(raises|assertRaises\w*|warns|assertWarns\w*|assertLogs)$/.test(rootName(value)),
        )
      )
        found.push({ line: statement.line, operands: [], made: 'raises', swallowed, conditions });
      for (const expression of expressionsOf(statement))
        visitExpression(expression, swallowed, conditions);
      const conditional = statement.kind === 'if' || statement.kind === 'loop';
      const inside = conditional ? [...conditions, statement] : conditions;
      if (statement.kind === 'try') {
        visitBlock(statement.body, swallowed || swallows(statement), conditions);
        for (const handler of statement.handlers)
          visitBlock(handler.body, swallowed, [...conditions, statement]);
        visitBlock(statement.last, swallowed, conditions);
      } else for (const inner of blocksOf(statement)) visitBlock(inner, swallowed, inside);
    }
  }

  visitBlock(test.body, false, []);
  return found;
}
