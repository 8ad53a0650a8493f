import type { AuditFinding } from '../../contract/audit.ts';
import type { Call, Expression, Statement } from '../facts/expression.ts';
import type { Language } from '../facts/file-facts.ts';
import { expressionsOf, partsOf, walkStatements } from '../facts/walk-statements.ts';

interface UnawaitedCall {
  readonly call: Call;
  /** `review` where the result is kept beside others, and somebody may wait for it there. */
  readonly confidence: AuditFinding['confidence'];
}

/**
 * Calls whose result is used as it is: not awaited, not returned, not handed to somebody who may await it.
 * @param awaited what `awaitedNames` gives for the function
 */
export function unawaitedCalls(
  statement: Statement,
  lang: Language,
  awaited: ReadonlySet<string>,
): UnawaitedCall[] {
  const { kind } = statement;
  if (kind === 'return' || kind === 'yield' || kind === 'with') return [];
  return expressionsOf(statement).flatMap((expression) => {
    // `void open()` says that nobody waits; Python has no such word, and drops what it was given.
    if (lang === 'ts' && kind === 'expression' && expression.kind === 'other') return [];
    const holds = expression.kind === 'other' || expression.kind === 'object';
    // `task = open()` followed by `await task` is right, and so is `for task in [open(), open()]`.
    if (kind === 'assign' || (kind === 'loop' && holds))
      if (statement.targets.some((target) => awaited.has(target))) return [];
    const confidence = kind === 'assign' && holds ? 'review' : 'certain';
    return [...unawaited(expression)].map((call) => ({ call, confidence }));
  });
}

/** `opening.then(…)`, or the same of a call. */
const waiting = /^(.*)\.(then|catch|finally)$/;

function* unawaited(expression: Expression): Generator<Call> {
  if (expression.kind === 'await' || expression.kind === 'function') return;
  if (expression.kind === 'call') {
    const { callee } = expression;
    if (callee.kind === 'member' && waiting.test(`.${callee.name}`)) return;
    yield expression;
    yield* unawaited(callee);
    return;
  }
  for (const part of partsOf(expression)) yield* unawaited(part);
}

/** Who only shows what it is given waits for nothing. */
const showing = /^(print|repr|str|type)$|^console\.|(^|\.)_?log(ger|ging)?\./;

/** Names in a function whose value is awaited, or handed to somebody who may: returned, or an argument as in `gather(a, b)`. */
export function awaitedNames(body: readonly Statement[]): Set<string> {
  const found = new Set<string>();
  const add = (value: Expression): void => {
    if (value.kind === 'name') found.add(value.name);
  };
  const collect = (expression: Expression): void => {
    if (expression.kind === 'await') add(expression.of);
    if (expression.kind === 'call') {
      const name = expression.callee.kind === 'name' ? expression.callee.name : '';
      const waited = waiting.exec(name)?.[1];
      if (waited !== undefined) found.add(waited);
      if (!showing.test(name)) for (const { value } of expression.args) add(value);
    }
    for (const part of partsOf(expression)) collect(part);
  };
  for (const statement of walkStatements(body))
    for (const expression of expressionsOf(statement)) {
      if (statement.kind === 'return' || statement.kind === 'yield') add(expression);
      collect(expression);
    }
  return found;
}
