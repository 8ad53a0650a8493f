import { bodyKey } from '../facts/bodies.ts';
import type { Expression, Statement } from '../facts/expression.ts';
import type { ClassFact, FileFacts, FunctionFact } from '../facts/file-facts.ts';
import { walkExpression } from '../facts/walk-statements.ts';
import type { AuditModel } from '../model/audit-model.ts';

export interface Shim {
  readonly path: string;
  /** Qualified name; empty when the whole module is one. */
  readonly symbol: string;
  readonly line: number;
}

/** Calls that give a warning, other than those that filter or expect one. */
const givesOne = /(^|[._])(warn|warn_explicit|warn_\w+|\w*deprecat\w*)$/i;

function isWarning(statement: Statement): boolean {
  if (statement.kind !== 'expression' || statement.value?.kind !== 'call') return false;
  const { callee } = statement.value;
  const isDeprecation = (part: Expression) =>
    part.kind === 'name' && part.name.endsWith('DeprecationWarning');
  return (
    callee.kind === 'name' &&
    givesOne.test(callee.name) &&
    walkExpression(statement.value).some(isDeprecation)
  );
}

/** A warning behind a condition is about one argument or one name, and not about the whole. */
function alwaysWarns(block: readonly Statement[] | undefined): boolean {
  return block?.some(isWarning) === true;
}

function definitionsOf({ classes, functions }: FileFacts): (ClassFact | FunctionFact)[] {
  return [...classes, ...functions];
}

function warningShims(model: AuditModel, facts: FileFacts): Shim[] {
  if (facts.deprecations.length === 0) return [];
  const { path } = facts;
  const bodies = model.bodiesOf(path);
  const shims = facts.functions
    .filter((fact) => alwaysWarns(bodies.functions.get(bodyKey(fact))))
    .map(({ qualname, name, owner, line }) => ({
      path,
      symbol: name === '__init__' || name === '__new__' ? owner : qualname,
      line,
    }));
  const [line = 1] = facts.deprecations;
  return alwaysWarns(bodies.module) ? [...shims, { path, symbol: '', line }] : shims;
}

/** Above a variable, or above the first of several passed on, it is about that one and not about the file. */
function isOfOnePart({ imports, exports, classes, functions, variables }: FileFacts, line: number) {
  const isAbove = [...imports, ...exports, ...classes, ...functions].some(
    (each) => each.line === line,
  );
  const passedOn = new Set(exports.flatMap(({ module }) => (module === '' ? [] : [module])));
  return imports.length === 0 && ((!isAbove && variables.length > 0) || passedOn.size > 1);
}

/** A comment is about what stands right below it; above everything else, it is about the file. */
function commentShims(facts: FileFacts): Shim[] {
  const { path, deprecations, imports, exports } = facts;
  const definitions = definitionsOf(facts);
  return deprecations.flatMap((line): Shim[] => {
    const below = definitions.find((each) => each.line === line);
    if (below !== undefined) return [{ path, symbol: below.qualname, line }];
    const isFirst = [...imports, ...exports, ...definitions].every((each) => line <= each.line);
    const isOfAnExport = exports.some((each) => each.line === line && each.module === '');
    return isFirst && !isOfAnExport && !isOfOnePart(facts, line)
      ? [{ path, symbol: '', line }]
      : [];
  });
}

/** True for a decorator that says so: `@deprecated("…")`, `typing_extensions.deprecated`. */
function saysDeprecated(decorator: string): boolean {
  return /(^|\.)deprecated\b/.test(decorator);
}

/** What a file says is deprecated: by a decorator, by a warning that whoever uses it always gets, or by a comment. */
export function announcedShims(model: AuditModel, facts: FileFacts): Shim[] {
  const decorated = definitionsOf(facts)
    .filter(({ decorators }) => decorators.some(saysDeprecated))
    .map(({ qualname, line }) => ({ path: facts.path, symbol: qualname, line }));
  const said = facts.lang === 'py' ? warningShims(model, facts) : commentShims(facts);
  return [...decorated, ...said];
}
