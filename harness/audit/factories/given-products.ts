import type { Expression, Statement } from '../facts/expression.ts';
import { expressionsOf, walkStatements } from '../facts/walk-statements.ts';

/** How names of one function are understood while its results are traced. */
export interface Tracing {
  /** The product or factory a dotted name means, if any. */
  readonly giverOf: (name: string) => string | undefined;
  /** The class a call of this name makes, or is annotated to give. */
  readonly typeOf: (name: string) => string | undefined;
  /** Is this symbol a factory already? */
  readonly isFactory: (id: string) => boolean;
}

/** Local names of one body that hold a product, or an object of a known class. */
interface Locals {
  readonly products: Map<string, string>;
  readonly types: Map<string, string>;
}

function typeOf(expression: Expression | undefined, tracing: Tracing): string | undefined {
  if (expression?.kind === 'await') return typeOf(expression.of, tracing);
  if (expression?.kind !== 'call' || expression.callee.kind !== 'name') return undefined;
  return tracing.typeOf(expression.callee.name);
}

/** The product or factory behind a callee: by its name, or as a method of an object of a known class. */
function calledGiver(callee: Expression, locals: Locals, tracing: Tracing): string | undefined {
  let owner: string | undefined;
  let member = '';
  if (callee.kind === 'name') {
    const direct = tracing.giverOf(callee.name);
    if (direct !== undefined) return direct;
    const dot = callee.name.lastIndexOf('.');
    if (dot === -1) return undefined;
    owner = locals.types.get(callee.name.slice(0, dot));
    member = callee.name.slice(dot + 1);
  } else if (callee.kind === 'member') {
    owner = typeOf(callee.of, tracing);
    member = callee.name;
  }
  const method = owner === undefined ? '' : `${owner}.${member}`;
  return tracing.isFactory(method) ? method : undefined;
}

function giverOf(
  expression: Expression | undefined,
  locals: Locals,
  tracing: Tracing,
): string | undefined {
  if (expression?.kind === 'await') return giverOf(expression.of, locals, tracing);
  if (expression?.kind === 'name') return locals.products.get(expression.name);
  if (expression?.kind === 'call') return calledGiver(expression.callee, locals, tracing);
  if (expression?.kind !== 'choice') return undefined;
  return expression.options
    .map((option) => giverOf(option, locals, tracing))
    .find((giver) => giver !== undefined);
}

/** Symbols of the products and factories whose result a body returns or yields. */
export function givenProducts(body: readonly Statement[], tracing: Tracing): string[] {
  const locals: Locals = { products: new Map(), types: new Map() };
  const given = new Set<string>();

  function bind(name: string | undefined, value: Expression | undefined): void {
    if (name === undefined) return;
    const product = giverOf(value, locals, tracing);
    if (product !== undefined) locals.products.set(name, product);
    const type = typeOf(value, tracing);
    if (type !== undefined) locals.types.set(name, type);
  }

  for (const statement of walkStatements(body)) {
    if (statement.kind === 'assign')
      for (const target of statement.targets) bind(target, statement.value);
    else if (statement.kind === 'with')
      for (const item of statement.items) bind(item.name, item.value);
    else if (statement.kind === 'return' || statement.kind === 'yield')
      for (const value of expressionsOf(statement)) {
        const giver = giverOf(value, locals, tracing);
        if (giver !== undefined) given.add(giver);
      }
  }
  return [...given].toSorted();
}
