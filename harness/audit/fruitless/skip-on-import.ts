import { bodyKey } from '../facts/bodies.ts';
import type { Expression, Statement } from '../facts/expression.ts';
import { walkCalls, walkStatements } from '../facts/walk-statements.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { rootName, type TestFunction } from './find-tests.ts';

const skipping = /(^|\.)(skip|skipTest|importorskip)$/;

/** A condition for being run, and one on the machine, which no import decides. */
const skippingIf = /skipif|skipUnless|skipIf/;
const onMachine =
  /\bsys\.(platform|version)|\bos\.(name|environ|getenv|uname)|\bplatform\.|\bgetenv\(/;

function skips(block: readonly Statement[]): boolean {
  return walkCalls(block).some((call) => skipping.test(rootName(call)));
}

/** Which modules to ask for: all of our own, or those of them that are not there. */
export type Wanted = 'own' | 'gone';

function isWanted(model: AuditModel, path: string, module: string, wanted: Wanted): boolean {
  const { kind } = model.tree.resolveModule(path, module);
  return wanted === 'gone' ? kind === 'missing' : kind !== 'external';
}

function isWantedArgument(
  model: AuditModel,
  path: string,
  argument: Expression | undefined,
  wanted: Wanted,
): boolean {
  const named = argument?.kind === 'name' ? constantOf(model, path, argument.name) : argument;
  // A computed module name is the project's own business.
  if (named?.kind !== 'constant') return argument !== undefined && wanted === 'own';
  return isWanted(model, path, named.text, wanted);
}

/** What a file says at its top that a name stands for: a compiler then does not look for the module. */
function constantOf(model: AuditModel, path: string, name: string): Expression | undefined {
  const said = model
    .bodiesOf(path)
    .module.flatMap((each) =>
      each.kind === 'assign' && each.targets.includes(name) ? [each.value] : [],
    );
  return said.length === 1 ? said[0] : undefined;
}

/** A `try` that imports something of our own and goes on when that fails. */
function isGuardedImport(
  model: AuditModel,
  path: string,
  statement: Statement,
  wanted: Wanted,
): boolean {
  if (statement.kind !== 'try') return false;
  const silent = statement.handlers.some(
    (handler) => !walkStatements(handler.body).some((each) => each.kind === 'raise'),
  );
  const facts = model.tree.files.get(path)?.facts;
  const lines = new Set(
    walkStatements(statement.body).flatMap((each) => (each.kind === 'import' ? [each.line] : [])),
  );
  const imports = facts?.imports.some(
    (fact) => lines.has(fact.line) && isWanted(model, path, fact.module, wanted),
  );
  const dynamic = walkCalls(statement.body).some(
    (call) =>
      /^(import|importlib\.import_module|__import__|require)$/.test(rootName(call)) &&
      isWantedArgument(model, path, call.args[0]?.value, wanted),
  );
  return silent && (imports === true || dynamic);
}

/** What the top of a file does before any of its tests runs. */
interface ModuleGuards {
  /** It skips every test of the file. */
  readonly skipsAll: boolean;
  /** It goes on without something of our own. */
  readonly goesOn: boolean;
}

function asksRunner(
  model: AuditModel,
  path: string,
  block: readonly Statement[],
  wanted: Wanted,
): boolean {
  return walkCalls(block).some(
    (call) =>
      rootName(call).endsWith('importorskip') &&
      isWantedArgument(model, path, call.args[0]?.value, wanted),
  );
}

function readGuards(model: AuditModel, path: string, wanted: Wanted): ModuleGuards {
  const { module } = model.bodiesOf(path);
  const guards = walkStatements(module).filter((each) =>
    isGuardedImport(model, path, each, wanted),
  );
  const skipsAll =
    asksRunner(model, path, module, wanted) ||
    guards.some(
      (each) => each.kind === 'try' && each.handlers.some((handler) => skips(handler.body)),
    );
  return { skipsAll, goesOn: guards.length > 0 };
}

/** Tells whether a test skips itself because something of our own could not be imported. */
export function createSkipCheck(
  model: AuditModel,
  wanted: Wanted,
): (test: TestFunction) => boolean {
  const modules = new Map<string, ModuleGuards>();

  function guardsOf(path: string): ModuleGuards {
    let known = modules.get(path);
    if (known === undefined) modules.set(path, (known = readGuards(model, path, wanted)));
    return known;
  }

  function isGuarded(path: string, body: readonly Statement[]): boolean {
    return walkStatements(body).some((each) => isGuardedImport(model, path, each, wanted));
  }

  /** A function of our own that the test calls skips for it. */
  function callsGuarded(test: TestFunction): boolean {
    return walkCalls(test.body).some((call) => {
      if (call.callee.kind !== 'name') return false;
      return model.lookup
        .inside(test.path, call.callee.name)
        .definitions.some(
          (each) =>
            each.kind === 'function' &&
            isGuarded(each.path, model.bodiesOf(each.path).functions.get(bodyKey(each.fact)) ?? []),
        );
    });
  }

  return (test) => {
    const guards = guardsOf(test.path);
    if (guards.skipsAll || asksRunner(model, test.path, test.body, wanted)) return true;
    const skipsItself =
      skips(test.body) ||
      test.decorators.some((decorator) => skippingIf.test(decorator) && !onMachine.test(decorator));
    return skipsItself && (guards.goesOn || isGuarded(test.path, test.body) || callsGuarded(test));
  };
}
