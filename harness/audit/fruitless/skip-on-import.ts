import { bodyKey } from '../facts/bodies.ts';
import type { Expression, Statement } from '../facts/expression.ts';
import { walkCalls, walkExpressions, walkStatements } from '../facts/walk-statements.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { rootName, type TestFunction } from './find-tests.ts';

const skipping = /(^|\.)(skip|skipTest|importorskip)$/;

function skips(block: readonly Statement[]): boolean {
  return [...walkCalls(block)].some((call) => skipping.test(rootName(call)));
}

function isOwnModule(model: AuditModel, path: string, argument: Expression | undefined): boolean {
  // A computed module name is the project's own business.
  if (argument?.kind !== 'constant') return argument !== undefined;
  return model.tree.resolveModule(path, argument.text).kind !== 'external';
}

/** A `try` that imports something of our own and goes on when that fails. */
function isGuardedImport(model: AuditModel, path: string, statement: Statement): boolean {
  if (statement.kind !== 'try') return false;
  const silent = statement.handlers.some(
    (handler) => ![...walkStatements(handler.body)].some((each) => each.kind === 'raise'),
  );
  const facts = model.tree.files.get(path)?.facts;
  const lines = new Set(
    [...walkStatements(statement.body)].flatMap((each) =>
      each.kind === 'import' ? [each.line] : [],
    ),
  );
  const imports = facts?.imports.some(
    (fact) =>
      lines.has(fact.line) && model.tree.resolveModule(path, fact.module).kind !== 'external',
  );
  const dynamic = [...walkExpressions(statement.body)].some(
    (part) =>
      part.kind === 'call' &&
      /^(import|importlib\.import_module|__import__|require)$/.test(rootName(part)) &&
      isOwnModule(model, path, part.args[0]?.value),
  );
  return silent && (imports === true || dynamic);
}

/** True when a test skips itself because something of our own could not be imported. */
export function skipsOnImportFailure(model: AuditModel, test: TestFunction): boolean {
  const module = model.bodiesOf(test.path).module;
  // At the top of a file it takes every test of the file with it.
  const asksRunner = [...walkCalls(module), ...walkCalls(test.body)].some(
    (call) =>
      rootName(call).endsWith('importorskip') && isOwnModule(model, test.path, call.args[0]?.value),
  );
  if (asksRunner) return true;
  const moduleGuards = [...walkStatements(module)].filter((each) =>
    isGuardedImport(model, test.path, each),
  );
  if (
    moduleGuards.some(
      (each) => each.kind === 'try' && each.handlers.some((handler) => skips(handler.body)),
    )
  )
    return true;
  const skipsItself =
    skips(test.body) ||
    test.decorators.some((decorator) => /skipif|skipUnless|skipIf/.test(decorator));
  if (!skipsItself) return false;
  if (moduleGuards.length > 0) return true;
  const guarded = (path: string, body: readonly Statement[]) =>
    [...walkStatements(body)].some((each) => isGuardedImport(model, path, each));
  if (guarded(test.path, test.body)) return true;
  return [...walkCalls(test.body)].some((call) => {
    if (call.callee.kind !== 'name') return false;
    return model.lookup
      .inside(test.path, call.callee.name)
      .definitions.some(
        (each) =>
          each.kind === 'function' &&
          guarded(each.path, model.bodiesOf(each.path).functions.get(bodyKey(each.fact)) ?? []),
      );
  });
}
