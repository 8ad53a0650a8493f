import { walkCalls } from '../facts/walk-statements.ts';
import type { Assertion } from './assertions.ts';
import { rootName, type TestFunction } from './find-tests.ts';
import type { FruitlessReason } from './judge-test.ts';
import { isAsserting, isMockMaker, traceOrigins } from './value-origin.ts';

const onCalls = /assert_\w*(called|await)|assert_has_calls|toHaveBeen|toBeCalled|toHaveReturned/;

/** Telling a mock what to do, or asking it what happened, is no use of it. */
const settings =
  /(^|\.)(mock\w*|returns\w*|resolves|rejects|throws|callsFake|calls\w*|configure_mock|reset\w*|restore\w*|attach_mock|withArgs|getCall\w*|with\w*Args)$|\.(mock|return_value|side_effect)\./;

/** Does the test itself call what it made up? */
function callsItsMock(test: TestFunction): boolean {
  const origins = traceOrigins(test);
  return walkCalls(test.body).some(
    (call) =>
      call.callee.kind === 'name' &&
      !isMockMaker(call.callee.name) &&
      !isAsserting(call.callee.name) &&
      !settings.test(call.callee.name) &&
      origins.of(call.callee) === 'mock',
  );
}

/**
 * Why a test cannot fail whose assertions look at mocks alone; undefined when what they look at may come from real
 * code: a mock reaches it by a patch, a fixture or a field as well as by an argument.
 * @param callsReal whether the test calls anything but mocks
 */
export function judgeMocks(
  test: TestFunction,
  assertions: readonly Assertion[],
  callsReal: boolean,
): FruitlessReason | undefined {
  const isOfCalls = assertions.some(({ made }) => onCalls.test(made));
  const uses = callsItsMock(test);
  if (callsReal && !uses) return undefined;
  // Only its name says that a fixture is a mock, and only the fixture knows what it did.
  const isMade = walkCalls(test.body).some((call) => isMockMaker(rootName(call)));
  const confidence = isMade && !(callsReal && isOfCalls) ? 'certain' : 'review';
  return isOfCalls
    ? { rule: 'TEST006', why: 'only mocks are called, by the test itself', confidence }
    : { rule: 'TEST003', why: 'it asserts what its own mock was told to return', confidence };
}
