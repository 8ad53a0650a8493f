import type { AuditRule } from '../../contract/audit-rules.ts';
import type { Expression, Statement } from '../facts/expression.ts';
import { walkCalls, walkStatements } from '../facts/walk-statements.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { createAssertionFinder, type Assertion } from './assertions.ts';
import { rootName, type TestFunction } from './find-tests.ts';
import { judgeMocks } from './judge-mocks.ts';
import { createSkipCheck } from './skip-on-import.ts';
import { isAsserting, isSleep, traceOrigins, type Origin, type Origins } from './value-origin.ts';

/** Why a test cannot fail. */
export interface FruitlessReason {
  readonly rule: AuditRule;
  readonly why: string;
  /** `review` when it might fail after all. */
  readonly confidence: 'certain' | 'review';
}

/** Does any call of the test reach code outside it? */
function callsRealCode(test: TestFunction): boolean {
  const origins = traceOrigins(test);
  return walkCalls(test.body).some(
    (call) => !isAsserting(rootName(call)) && origins.of(call) === 'real',
  );
}

function withoutAssertion(test: TestFunction): FruitlessReason {
  return callsRealCode(test)
    ? {
        rule: 'TEST001',
        why: 'it asserts nothing: only an exception in what it calls could turn it red',
        confidence: 'review',
      }
    : {
        rule: 'TEST001',
        why: 'it asserts nothing and calls nothing real',
        confidence: mayBeMore(test) ? 'review' : 'certain',
      };
}

/** Decorators that leave a test a test: those of the runner, of mocks, of generated input. */
const harmless =
  /^(pytest|unittest|mock|patch|mocker|given|settings|example|parametrize|skip|skipIf|skipUnless|expectedFailure|staticmethod|classmethod|tag|override_settings|freeze_time|time_machine|responses|respx)\b/;

/** What a compiler checks, or a decorator makes something else of: a tool, a handler, a command. */
function mayBeMore(test: TestFunction): boolean {
  return (
    (!test.path.endsWith('.py') && declaresTypes(test)) ||
    test.decorators.some((decorator) => !harmless.test(decorator))
  );
}

/** Assertions on types: the compiler fails them, whatever the values are. */
const judgesTypes = /^(expectTypeOf|assertType|expectType|assert_type|reveal_type)\b/;

/** A body that only declares types and variables may still be checked by the compiler. */
function declaresTypes(test: TestFunction): boolean {
  return walkStatements(test.body).some(
    (statement) =>
      statement.kind === 'other' ||
      (statement.kind === 'assign' && statement.annotation !== undefined),
  );
}

/** The origin of what an assertion compares; a helper's is taken as real. */
function originOf(assertion: Assertion, origins: Origins): Origin {
  if (assertion.operands.length === 0 || judgesTypes.test(assertion.made)) return 'real';
  const ranks: readonly Origin[] = ['constant', 'clock', 'mock', 'real'];
  const best = Math.max(...assertion.operands.map((operand) => ranks.indexOf(origins.of(operand))));
  return ranks[best] ?? 'real';
}

/** A list that its own expression admits may be empty: `x or []`, `cond ? [] : y`, a slice, a filter. */
function admitsEmptiness(
  expression: Expression | undefined,
  values: ReadonlyMap<string, Expression>,
): boolean {
  if (expression?.kind === 'name') return admitsEmptiness(values.get(expression.name), new Map());
  if (expression?.kind === 'choice')
    return expression.options.some(
      (option) => option.kind === 'other' && option.parts.length === 0,
    );
  if (expression?.kind !== 'call') return false;
  const { callee } = expression;
  const name = callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.name : '';
  return /(^|\.)(slice|filter)$/.test(name);
}

/** A literal that is not empty, or a count: its loop runs. */
function isForced(condition: Statement): boolean {
  if (condition.kind === 'if') return condition.test.kind === 'constant';
  if (condition.kind !== 'loop') return false;
  const { over } = condition;
  if (over === undefined) return false;
  if (over.kind === 'other' || over.kind === 'object')
    return (over.kind === 'other' ? over.parts : over.entries).length > 0;
  if (over.kind === 'constant') return true;
  return over.kind === 'call' && /^(range|enumerate|zip)$/.test(rootName(over));
}

function assignedValues(test: TestFunction): Map<string, Expression> {
  const values = new Map<string, Expression>();
  for (const statement of walkStatements(test.body))
    if (statement.kind === 'assign' && statement.value !== undefined)
      for (const target of statement.targets) values.set(target, statement.value);
  return values;
}

function behindConditions(
  test: TestFunction,
  assertions: readonly Assertion[],
): FruitlessReason | undefined {
  const unforced = assertions.map((assertion) =>
    assertion.conditions.filter((each) => !isForced(each)),
  );
  if (unforced.some((conditions) => conditions.length === 0)) return undefined;
  const counted = walkCalls(test.body).some((call) =>
    /^expect\.(assertions|hasAssertions)$/.test(rootName(call)),
  );
  if (counted) return undefined;
  const values = assignedValues(test);
  const admitted = unforced.every((conditions) =>
    conditions.some((each) => each.kind === 'loop' && admitsEmptiness(each.over, values)),
  );
  return {
    rule: 'TEST008',
    why: admitted
      ? 'every assertion stands in a loop over something that may be empty'
      : 'every assertion stands behind a condition that nothing forces',
    confidence: admitted ? 'certain' : 'review',
  };
}

/** Says why a test cannot fail; undefined when it can. What tests of one tree share is looked at once. */
export function createTestJudge(
  model: AuditModel,
): (test: TestFunction) => FruitlessReason | undefined {
  const skipsWithoutGone = createSkipCheck(model, 'gone');
  const skipsWithoutOwn = createSkipCheck(model, 'own');
  const findAssertions = createAssertionFinder(model);
  return (test) =>
    skipsWithoutOwn(test)
      ? {
          rule: 'TEST005',
          why: 'it skips when something of our own cannot be imported',
          // What is there fails to load only for want of something else, which may be an extra that is left out.
          confidence: skipsWithoutGone(test) ? 'certain' : 'review',
        }
      : judgeAssertions(test, findAssertions(test));
}

function judgeAssertions(
  test: TestFunction,
  assertions: readonly Assertion[],
): FruitlessReason | undefined {
  if (assertions.length === 0) return withoutAssertion(test);
  if (assertions.every((assertion) => assertion.swallowed))
    return {
      rule: 'TEST004',
      why: 'every failed assertion is caught and dropped',
      confidence: 'certain',
    };
  const traced = traceOrigins(test);
  const origins = new Set(assertions.map((assertion) => originOf(assertion, traced)));
  if (!origins.has('real')) {
    if (origins.has('mock')) return judgeMocks(test, assertions, callsRealCode(test));
    if (origins.has('clock') && walkCalls(test.body).some((call) => isSleep(rootName(call))))
      return { rule: 'TEST007', why: 'it measures its own sleep', confidence: 'certain' };
    return callsRealCode(test)
      ? {
          rule: 'TEST002',
          why: 'it compares constants: only an exception in what it calls could turn it red',
          confidence: 'review',
        }
      : {
          rule: 'TEST002',
          why: 'it compares constants written in the test',
          confidence: 'certain',
        };
  }
  return behindConditions(test, assertions);
}
