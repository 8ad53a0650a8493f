import type { AuditMember, AuditMemberClass } from '../../contract/audit.ts';
import type { AuditRole } from '../../contract/audit-manifest.ts';
import { delegateOf, onlyRaises } from '../facades/delegation.ts';
import { bodyKey } from '../facts/bodies.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { symbolId } from '../model/class-graph.ts';
import { resolveCanonical } from '../roles/canonical.ts';
import { productsOf, type RoleView } from '../roles/role-members.ts';
import { isTestDouble } from '../roles/kind-filter.ts';
import type { RoleWords } from '../roles/role-words.ts';
import { findFactories, type FactoryFunction } from './find-factories.ts';

/**
 * The units that count: the class a factory method belongs to. A product's own named constructor counts by its own
 * name, and several of them as one: they are ways into one class.
 */
function unitsOf(
  factories: readonly FactoryFunction[],
  products: ReadonlySet<string>,
): Map<string, FactoryFunction[]> {
  const ownerOf = ({ path, fact }: FactoryFunction) =>
    fact.owner === '' ? symbolId(path, fact.qualname) : symbolId(path, fact.owner);
  const units = new Map<string, FactoryFunction[]>();
  for (const [owner, methods] of Map.groupBy(factories, ownerOf)) {
    const [first, second] = methods;
    const isLone = products.has(owner) && second === undefined;
    units.set(isLone && first !== undefined ? first.id : owner, methods);
  }
  return units;
}

/** Finds and classifies what gives out implementations of another role. */
export function viewFactoryRole(
  model: AuditModel,
  role: AuditRole,
  produced: RoleView,
  words: RoleWords,
): RoleView {
  const canonical = resolveCanonical(model, role);
  const products = productsOf(produced);
  const factories = findFactories(model, products);
  const units = unitsOf(factories, products);
  const isCanonical = (id: string) => id === canonical.id || id.startsWith(`${canonical.id}.`);

  function thin(factory: FactoryFunction): boolean {
    return (
      delegateOf(model.bodiesOf(factory.path).functions.get(bodyKey(factory.fact)) ?? []) !==
      undefined
    );
  }

  /** Everything it gives out comes from the canonical factory, directly or through others that do. */
  function throughCanonical(factory: FactoryFunction, seen = new Set<string>()): boolean {
    if (seen.has(factory.id)) return true;
    seen.add(factory.id);
    return (
      factory.sources.length > 0 &&
      factory.sources.every((source) => {
        if (isCanonical(source)) return true;
        const next = factories.find((each) => each.id === source);
        return next !== undefined && throughCanonical(next, seen);
      })
    );
  }

  function classOf(id: string, methods: readonly FactoryFunction[]): AuditMemberClass {
    // The canonical factory may be a method: then its class is the unit.
    if (isCanonical(id) || canonical.id.startsWith(`${id}.`)) return 'canonical';
    const node = model.graph.nodes.get(id);
    if (node !== undefined && isTestDouble(node, words)) return 'test-double';
    const bodies = methods.map(
      (method) => model.bodiesOf(method.path).functions.get(bodyKey(method.fact)) ?? [],
    );
    if (bodies.every(onlyRaises)) return 'tombstone';
    if (!methods.every((method) => throughCanonical(method))) return 'factory';
    return methods.every(thin) ? 'facade' : 'wrapper';
  }

  const members = [...units].map(([id, methods]): AuditMember => {
    const [first] = methods;
    const node = model.graph.nodes.get(id);
    const symbol = id.slice(id.indexOf(':') + 1);
    return {
      path: first?.path ?? '',
      line:
        first !== undefined && symbol === first.fact.qualname
          ? first.fact.line
          : (node?.fact.line ?? 1),
      symbol,
      scope: first?.scope ?? '',
      class: classOf(id, methods),
      review: false,
      evidence: {
        score: 1,
        name: 0,
        api: 0,
        parameters: 0,
        inherits: false,
        shared: [...new Set(methods.flatMap((method) => method.sources))].toSorted(),
      },
    };
  });
  return { role, canonical, members };
}
