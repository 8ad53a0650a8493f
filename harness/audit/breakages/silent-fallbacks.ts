import { bodyKey } from '../facts/bodies.ts';
import type { Expression, Handler, Statement } from '../facts/expression.ts';
import { walkCalls, walkExpression, walkStatements } from '../facts/walk-statements.ts';
import { findCandidateFiles } from '../factories/candidate-files.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { symbolId } from '../model/class-graph.ts';
import type { RoleView } from '../roles/role-members.ts';
import type { FindingDraft } from '../rules/identity.ts';

/** A handler that raises again, or ends the process, is not silent. */
function isSilent(handler: Handler): boolean {
  for (const statement of walkStatements(handler.body))
    if (statement.kind === 'raise') return false;
  return ![...walkCalls(handler.body)].some(
    (call) =>
      call.callee.kind === 'name' &&
      /^(sys\.exit|process\.exit|os\._exit|pytest\.fail)$/.test(call.callee.name),
  );
}

/** Says in a log that it went wrong: whether anybody reads that, the source does not tell. */
function isLogged(handler: Handler): boolean {
  return walkCalls(handler.body).some(
    ({ callee }) =>
      callee.kind === 'name' &&
      /(^|\.)(warn|warning|error|exception|critical|captureException|capture_exception)$/.test(
        callee.name,
      ),
  );
}

/** Another way is a call or something kept; a constant gives up, and what holds the failure tells of it. */
function isAnotherWay(value: Expression | undefined, failure: string | undefined): boolean {
  if (value === undefined) return false;
  const names = walkExpression(value).flatMap((part) => (part.kind === 'name' ? [part.name] : []));
  return (
    names.some((name) => !/^(None|null|undefined|True|False)$/.test(name)) &&
    !names.some((name) => name.split('.')[0] === failure)
  );
}

/** Does the handler put something else in the place of what failed? */
function takesAnother(handler: Handler): boolean {
  return [...walkStatements(handler.body)].some(
    (statement) =>
      (statement.kind === 'return' || statement.kind === 'assign') &&
      isAnotherWay(statement.value, handler.name),
  );
}

/** BREAK005: a `try` around the canonical path whose handler quietly takes another one. */
export function findSilentFallbacks(model: AuditModel, views: readonly RoleView[]): FindingDraft[] {
  const drafts: FindingDraft[] = [];
  for (const view of views) {
    const canonical = view.canonical.id;
    const means = (path: string, name: string, within: string): boolean =>
      model.lookup.inside(path, name, within).definitions.some((each) => {
        if (each.kind !== 'class' && each.kind !== 'function') return false;
        const id = symbolId(each.path, each.fact.qualname);
        return id === canonical || id.startsWith(`${canonical}.`);
      });
    const reaches = (path: string, within: string, body: readonly Statement[]): boolean =>
      [...walkCalls(body)].some(
        (call) => call.callee.kind === 'name' && means(path, call.callee.name, within),
      );
    for (const { facts, scope } of findCandidateFiles(model, [canonical])) {
      const bodies = model.bodiesOf(facts.path);
      for (const fact of facts.functions)
        for (const statement of walkStatements(bodies.functions.get(bodyKey(fact)) ?? [])) {
          if (statement.kind !== 'try' || !reaches(facts.path, fact.qualname, statement.body))
            continue;
          for (const handler of statement.handlers) {
            if (
              !isSilent(handler) ||
              !takesAnother(handler) ||
              reaches(facts.path, fact.qualname, handler.body)
            )
              continue;
            const logged = isLogged(handler);
            drafts.push({
              rule: 'BREAK005',
              role: view.role.id,
              scope,
              path: facts.path,
              line: statement.line,
              symbol: fact.qualname,
              target: canonical,
              message: `when ${view.canonical.symbol} fails, takes another way ${logged ? 'and only logs it' : 'without a word'}`,
              confidence: logged ? 'review' : 'certain',
            });
          }
        }
    }
  }
  return drafts;
}
