import type { Call, Expression, Statement } from '../facts/expression.ts';
import { bodyKey } from '../facts/bodies.ts';
import {
  blocksOf,
  eachPart,
  expressionsOf,
  walkCalls,
  walkStatements,
} from '../facts/walk-statements.ts';
import type { AuditModel } from '../model/audit-model.ts';
import type { Definition } from '../model/name-lookup.ts';
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
    const speaks = walkStatements(handler.body).some(
      (each) => each.kind === 'raise' || each.kind === 'assert',
    );
    const fails = walkCalls(handler.body).some((call) => {
      const name = rootName(call);
      return runnerFails.test(name) || /^(expect|assert)\b|^self\.(assert|fail)/.test(name);
    });
    return catches && !speaks && !fails;
  });
}

/** Looks two calls deep into own helpers for something that can fail a test. */
const deepestHelper = 3;

/** Where a call stands. */
type Caller = Pick<TestFunction, 'path' | 'owner'>;

/** The project's own functions a call may mean. */
function ownHelpers(model: AuditModel, { path, owner }: Caller, call: Call) {
  if (call.callee.kind !== 'name') return [];
  const { name } = call.callee;
  const own = name.startsWith('self.') && owner !== '' ? `${owner}.${name.slice(5)}` : name;
  return model.lookup
    .inside(path, own, owner)
    .definitions.filter((definition) => definition.kind === 'function');
}

/** A call of a name that checks something, whatever it does inside. */
const checking = /^(expect|assert)\b|^self\.(assert|fail)|^pytest\.(fail|raises)/;

/**
 * Tells whether a call reaches something that can fail a test, through own helpers. Tests of a tree share their
 * helpers: each is looked at once.
 */
function createHelperCheck(model: AuditModel): (caller: Caller, call: Call) => boolean {
  const known = new Map<string, boolean>();

  function asserts({ path, fact }: Definition & { kind: 'function' }, depth: number): boolean {
    const body = model.bodiesOf(path).functions.get(bodyKey(fact)) ?? [];
    return (
      walkStatements(body).some((statement) => statement.kind === 'assert') ||
      walkCalls(body).some(
        (each) =>
          checking.test(rootName(each)) || reaches({ path, owner: fact.owner }, each, depth + 1),
      )
    );
  }

  function reaches(caller: Caller, call: Call, depth: number): boolean {
    if (depth > deepestHelper) return false;
    return ownHelpers(model, caller, call).some((helper) => {
      const key = `${depth} ${helper.path} ${bodyKey(helper.fact)}`;
      let found = known.get(key);
      if (found === undefined) known.set(key, (found = asserts(helper, depth)));
      return found;
    });
  }

  return (caller, call) => reaches(caller, call, 0);
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

/** Finds all assertions of a test, with what stands between them and its verdict. */
export function createAssertionFinder(model: AuditModel): (test: TestFunction) => Assertion[] {
  const helperAsserts = createHelperCheck(model);
  return (test) => assertionsOf(model, test, helperAsserts);
}

function assertionsOf(
  model: AuditModel,
  test: TestFunction,
  helperAsserts: (caller: Caller, call: Call) => boolean,
): Assertion[] {
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
        : helperAsserts(test, expression);
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
    eachPart(expression, (part) => visitExpression(part, swallowed, conditions));
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
