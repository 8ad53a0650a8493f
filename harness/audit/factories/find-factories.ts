import { bodyKey } from '../facts/bodies.ts';
import type { Statement } from '../facts/expression.ts';
import type { FunctionFact } from '../facts/file-facts.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { symbolId } from '../model/class-graph.ts';
import { isConstructor } from '../roles/class-shape.ts';
import { returnedTypeNames } from '../roles/type-names.ts';
import { findCandidateFiles, knownNames } from './candidate-files.ts';
import { fieldClasses } from './field-types.ts';
import { givenProducts, type Tracing } from './given-products.ts';
import { givingOf } from './giving.ts';

/** A function that gives out an implementation of a role. */
export interface FactoryFunction {
  readonly id: string;
  readonly path: string;
  readonly scope: string;
  readonly fact: FunctionFact;
  /** Symbols whose construction or result it gives out; empty when only its annotation says so. */
  readonly sources: readonly string[];
}

/** Rounds until nothing new is found; four or five are usual, a chain longer than this is a circle. */
const maxRounds = 12;

const nothing: readonly Statement[] = [];

/** The last part of a dotted name. */
function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** The classes a return annotation names, as symbols; names that cannot mean any that matters are passed over. */
function annotatedClasses(
  model: AuditModel,
  path: string,
  fact: FunctionFact,
  telling: ReadonlySet<string>,
): string[] {
  const names = returnedTypeNames(fact.returns).filter((name) => telling.has(lastPart(name)));
  return names.flatMap((name) =>
    model.lookup
      .inside(path, name, fact.qualname)
      .definitions.flatMap((each) =>
        each.kind === 'class' ? [symbolId(each.path, each.fact.qualname)] : [],
      ),
  );
}

/** Constructors and special methods give out themselves, signatures nothing. */
function mayGive(fact: FunctionFact): boolean {
  return !isConstructor(fact) && !fact.signatureOnly && !/^__\w+__$/.test(fact.name);
}

/** Answers per model: discovery asks for the factories of the very products that the rules ask for later. */
const alreadyFound = new WeakMap<AuditModel, Map<string, readonly FactoryFunction[]>>();

/**
 * Finds every function whose result is one of the products: by its annotation, or because what it returns
 * or yields is constructed or taken from another factory. Repeated until no factory is new.
 * @param products symbols (`path:Name`) of the role's classes
 */
export function findFactories(
  model: AuditModel,
  products: ReadonlySet<string>,
): readonly FactoryFunction[] {
  let answers = alreadyFound.get(model);
  if (answers === undefined) alreadyFound.set(model, (answers = new Map()));
  const key = [...products].toSorted().join('\n');
  let factories = answers.get(key);
  if (factories === undefined) answers.set(key, (factories = traceFactories(model, products)));
  return factories;
}

function traceFactories(model: AuditModel, products: ReadonlySet<string>): FactoryFunction[] {
  const found = new Map<string, FactoryFunction>();
  const fields = new Map<string, ReadonlyMap<string, string>>();
  let telling: ReadonlySet<string> = new Set();
  /** Names of what is new since the round before: only who mentions one of them can give out more than then. */
  let fresh: ReadonlySet<string> = new Set();
  let hasOwners = false;

  function fieldsOf(owner: string): ReadonlyMap<string, string> {
    const node = model.graph.nodes.get(owner);
    let known = fields.get(owner);
    if (known === undefined)
      fields.set(owner, (known = node === undefined ? new Map() : fieldClasses(model, node)));
    return known;
  }

  function traceIn(path: string, fact: FunctionFact): Tracing {
    const owner = fact.owner === '' ? '' : symbolId(path, fact.owner);
    const definitionsOf = (name: string) =>
      model.lookup.inside(path, name, fact.qualname).definitions;
    return {
      isFactory: (id) => found.has(id),
      giverOf(name) {
        const [first = '', second, third] = name.split('.');
        if (owner !== '' && (first === 'self' || first === 'cls')) {
          if (second === undefined)
            return first === 'cls' && products.has(owner) ? owner : undefined;
          const holder = third === undefined ? owner : fieldsOf(owner).get(second);
          const method = `${holder ?? ''}.${third ?? second}`;
          return found.has(method) ? method : undefined;
        }
        if (!telling.has(lastPart(name))) return undefined;
        return definitionsOf(name)
          .flatMap((each) =>
            each.kind === 'class' || each.kind === 'function'
              ? [symbolId(each.path, each.fact.qualname)]
              : [],
          )
          .find((id) => products.has(id) || found.has(id));
      },
      // A class matters as the type of a local only if one of its methods is a factory.
      typeOf: (name) =>
        (hasOwners ? definitionsOf(name) : [])
          .flatMap((each) =>
            each.kind === 'class'
              ? [symbolId(each.path, each.fact.qualname)]
              : each.kind === 'function'
                ? annotatedClasses(model, each.path, each.fact, telling)
                : [],
          )
          .at(0),
    };
  }

  /** True when the function is a new factory, or gives out more than was known. */
  function examine(path: string, scope: string, fact: FunctionFact, again: boolean): boolean {
    if (!mayGive(fact)) return false;
    const giving = givingOf(
      fact,
      () => model.bodiesOf(path).functions.get(bodyKey(fact)) ?? nothing,
    );
    const wanted = again ? fresh : telling;
    if (
      !returnedTypeNames(fact.returns).some((name) => wanted.has(lastPart(name))) &&
      !giving.names.some((name) => (name === 'cls' && !again) || wanted.has(name))
    )
      return false;
    const sources = givenProducts(giving.statements, traceIn(path, fact));
    const annotated = () =>
      annotatedClasses(model, path, fact, telling).some((id) => products.has(id)) &&
      !giving.handsOn;
    if (sources.length === 0 && !annotated()) return false;
    const id = symbolId(path, fact.qualname);
    const before = found.get(id)?.sources.length ?? -1;
    found.set(id, { id, path, scope, fact, sources });
    return sources.length > before;
  }

  const examined = new Set<string>();
  const known = new Set<string>();
  for (let round = 0; round < maxRounds; round += 1) {
    let grew = false;
    const owners = [...found.values()].map((each) => symbolId(each.path, each.fact.owner));
    const symbols = [...products, ...found.keys(), ...owners];
    telling = knownNames(model, symbols);
    fresh = knownNames(
      model,
      symbols.filter((id) => !known.has(id)),
    );
    for (const id of symbols) known.add(id);
    hasOwners = [...found.values()].some((each) => each.fact.owner !== '');
    for (const { facts, scope } of findCandidateFiles(model, symbols)) {
      const again = examined.has(facts.path);
      for (const fact of facts.functions) grew = examine(facts.path, scope, fact, again) || grew;
      examined.add(facts.path);
    }
    if (!grew) break;
  }
  return [...found.values()].toSorted((left, right) => (left.id < right.id ? -1 : 1));
}
