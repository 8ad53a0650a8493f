import { bodyKey } from '../facts/bodies.ts';
import type { Expression, Statement } from '../facts/expression.ts';
import { expressionsOf, partsOf, walkStatements } from '../facts/walk-statements.ts';
import { findCandidateFiles } from '../factories/candidate-files.ts';
import type { FunctionFact } from '../facts/file-facts.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { symbolId } from '../model/class-graph.ts';
import type { RoleView } from '../roles/role-members.ts';
import type { FindingDraft } from '../rules/identity.ts';

/** Asynchronous functions that give out a product, by symbol. Asynchronous generators are entered, not awaited. */
function asyncFactories(
  model: AuditModel,
  views: readonly RoleView[],
): Map<string, { role: string; fact: FunctionFact }> {
  const found = new Map<string, { role: string; fact: FunctionFact }>();
  for (const view of views) {
    if (view.role.factoryOf === undefined) continue;
    for (const member of view.members)
      for (const fact of model.tree.files.get(member.path)?.facts.functions ?? []) {
        const isMember = fact.qualname === member.symbol || fact.owner === member.symbol;
        const isContext = fact.decorators.some((decorator) => decorator.includes('contextmanager'));
        if (isMember && fact.async && !isContext && !fact.name.startsWith('_'))
          found.set(symbolId(member.path, fact.qualname), { role: view.role.id, fact });
      }
  }
  return found;
}

/** Calls whose result is used as it is: not awaited, not returned, not handed to somebody who may await it. */
function* unawaitedCalls(statement: Statement): Generator<Expression & { kind: 'call' }> {
  if (statement.kind === 'return' || statement.kind === 'yield' || statement.kind === 'with')
    return;
  // `for (const each of [open(1), open(2)])` goes over promises, `void open()` says that nobody waits.
  const holdsOther = expressionsOf(statement).some((expression) => expression.kind === 'other');
  if (holdsOther && (statement.kind === 'loop' || statement.kind === 'expression')) return;
  for (const expression of expressionsOf(statement)) yield* unawaited(expression);
}

function* unawaited(expression: Expression): Generator<Expression & { kind: 'call' }> {
  if (expression.kind === 'await' || expression.kind === 'function') return;
  if (expression.kind === 'call') {
    const { callee } = expression;
    if (callee.kind === 'member' && /^(then|catch|finally)$/.test(callee.name)) return;
    yield expression;
    yield* unawaited(expression.callee);
    return;
  }
  for (const part of partsOf(expression)) yield* unawaited(part);
}

/** BREAK002: an asynchronous factory whose promise or coroutine is taken for the product. */
export function findMissingAwaits(model: AuditModel, views: readonly RoleView[]): FindingDraft[] {
  const factories = asyncFactories(model, views);
  if (factories.size === 0) return [];
  const drafts: FindingDraft[] = [];
  for (const { facts, scope } of findCandidateFiles(model, [...factories.keys()])) {
    const bodies = model.bodiesOf(facts.path);
    for (const fact of facts.functions) {
      const body = bodies.functions.get(bodyKey(fact)) ?? [];
      const awaited = new Set<string>();
      for (const statement of walkStatements(body))
        for (const expression of expressionsOf(statement)) collectAwaitedNames(expression, awaited);
      for (const statement of walkStatements(body)) {
        // `task = create()` followed by `await task` is right.
        if (statement.kind === 'assign' && statement.targets.some((target) => awaited.has(target)))
          continue;
        for (const call of unawaitedCalls(statement)) {
          if (call.callee.kind !== 'name') continue;
          const [definition] = model.lookup.inside(
            facts.path,
            call.callee.name,
            fact.qualname,
          ).definitions;
          if (definition?.kind !== 'function') continue;
          const factory = factories.get(symbolId(definition.path, definition.fact.qualname));
          if (factory === undefined) continue;
          drafts.push({
            rule: 'BREAK002',
            role: factory.role,
            scope,
            path: facts.path,
            line: call.line,
            symbol: fact.qualname,
            target: symbolId(definition.path, definition.fact.qualname),
            message: `uses the result of the asynchronous ${call.callee.name} without await`,
          });
        }
      }
    }
  }
  return drafts;
}

function collectAwaitedNames(expression: Expression, into: Set<string>): void {
  if (expression.kind === 'await' && expression.of.kind === 'name') into.add(expression.of.name);
  for (const part of partsOf(expression)) collectAwaitedNames(part, into);
  // Whoever gets the promise as an argument (`gather(a, b)`) may await it.
  if (expression.kind === 'call')
    for (const { value } of expression.args) if (value.kind === 'name') into.add(value.name);
}
