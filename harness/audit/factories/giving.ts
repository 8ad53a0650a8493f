import type { Expression, Statement } from '../facts/expression.ts';
import type { FunctionFact } from '../facts/file-facts.ts';
import { walkStatements } from '../facts/walk-statements.ts';

/** What decides about the result of a function: what it returns, and where the locals it returns come from. */
export interface Giving {
  /** Assignments, `with` and results in order, without arguments and nested blocks; empty when nothing is returned. */
  readonly statements: readonly Statement[];
  /** What these call: the last part of each name, and the parts where a method of a field may stand. */
  readonly names: readonly string[];
  /** It only hands on what it was given: itself, a parameter, a field. */
  readonly handsOn: boolean;
}

const nothing: Giving = { statements: [], names: [], handsOn: false };

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** The expression without what never reaches a result; undefined when nothing of it can. */
function reduce(expression: Expression | undefined, names: Set<string>): Expression | undefined {
  if (expression === undefined) return undefined;
  switch (expression.kind) {
    case 'name':
      return expression;
    case 'await':
      return reduce(expression.of, names);
    case 'choice': {
      const options = expression.options.flatMap((option) => reduce(option, names) ?? []);
      return options.length === 0 ? undefined : { kind: 'choice', test: undefined, options };
    }
    case 'call': {
      const callee = reduceCallee(expression.callee, names);
      return callee === undefined ? undefined : { ...expression, callee, args: [] };
    }
    case 'compare':
    case 'constant':
    case 'function':
    case 'item':
    case 'member':
    case 'object':
    case 'other':
      return undefined;
  }
}

function reduceCallee(callee: Expression, names: Set<string>): Expression | undefined {
  if (callee.kind === 'name') {
    // Of `self.field.method.more()` the method is the third part.
    for (const part of callee.name.split('.').slice(1, 3)) names.add(part);
    names.add(lastPart(callee.name));
    return callee;
  }
  if (callee.kind !== 'member') return undefined;
  const of = reduce(callee.of, names);
  if (of === undefined) return undefined;
  names.add(callee.name);
  return { ...callee, of };
}

function readGiving(body: readonly Statement[]): Giving {
  const names = new Set<string>();
  const statements: Statement[] = [];
  let returned = 0;
  let handedOn = 0;
  let gives = false;
  for (const statement of walkStatements(body)) {
    if (statement.kind === 'assign') {
      const value = reduce(statement.value, names);
      if (value !== undefined) statements.push({ ...statement, annotation: undefined, value });
    } else if (statement.kind === 'with') {
      const items = statement.items.flatMap(({ name, value }) => {
        const reduced = reduce(value, names);
        return reduced === undefined ? [] : [{ name, value: reduced }];
      });
      if (items.length > 0) statements.push({ ...statement, items, body: [] });
    } else if (statement.kind === 'return' || statement.kind === 'yield') {
      if (statement.kind === 'return' && statement.value !== undefined) {
        returned += 1;
        if (statement.value.kind === 'name') handedOn += 1;
      }
      const value = reduce(statement.value, names);
      if (value === undefined) continue;
      gives = true;
      statements.push({ ...statement, value });
    }
  }
  const handsOn = returned > 0 && handedOn === returned;
  return gives ? { statements, names: [...names], handsOn } : nothing;
}

const known = new WeakMap<FunctionFact, Giving>();

/**
 * What a function may give out, read once for all rounds and roles: the statements of a large tree do not stay in
 * memory, and reading a file again for each question is what finding factories would take its time for.
 * @param bodyOf reads its statements
 */
export function givingOf(fact: FunctionFact, bodyOf: () => readonly Statement[]): Giving {
  let giving = known.get(fact);
  if (giving === undefined) known.set(fact, (giving = readGiving(bodyOf())));
  return giving;
}
