import { bodyKey } from '../facts/bodies.ts';
import { walkStatements } from '../facts/walk-statements.ts';
import { findCandidateFiles } from '../factories/candidate-files.ts';
import type { FunctionFact } from '../facts/file-facts.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { symbolId } from '../model/class-graph.ts';
import type { RoleView } from '../roles/role-members.ts';
import type { FindingDraft } from '../rules/identity.ts';
import { awaitedNames, unawaitedCalls } from './unawaited-calls.ts';

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
        if (!isMember || !fact.async || isContext || fact.name.startsWith('_')) continue;
        const body = model.bodiesOf(member.path).functions.get(bodyKey(fact)) ?? [];
        if (!walkStatements(body).some((statement) => statement.kind === 'yield'))
          found.set(symbolId(member.path, fact.qualname), { role: view.role.id, fact });
      }
  }
  return found;
}

/** BREAK002: an asynchronous factory whose promise or coroutine is taken for the product. */
export function findMissingAwaits(model: AuditModel, views: readonly RoleView[]): FindingDraft[] {
  const factories = asyncFactories(model, views);
  if (factories.size === 0) return [];
  const drafts: FindingDraft[] = [];
  for (const { facts, scope } of findCandidateFiles(model, [...factories.keys()])) {
    const { functions } = model.bodiesOf(facts.path);
    // What one method keeps on its object another one may await.
    const kept = [...functions.values()]
      .flatMap((body) => [...awaitedNames(body)])
      .filter((name) => name.includes('.'));
    for (const fact of facts.functions) {
      const body = functions.get(bodyKey(fact)) ?? [];
      const awaited = awaitedNames(body).union(new Set(kept));
      for (const statement of walkStatements(body))
        for (const { call, confidence } of unawaitedCalls(statement, facts.lang, awaited)) {
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
            confidence,
          });
        }
    }
  }
  return drafts;
}
