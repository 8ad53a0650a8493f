import { knownNames } from '../factories/candidate-files.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { symbolId } from '../model/class-graph.ts';
import type { Meaning } from '../model/name-lookup.ts';
import { makerOf } from '../roles/maker-of.ts';
import type { RoleView } from '../roles/role-members.ts';
import { returnedTypeNames } from '../roles/type-names.ts';

/** A member of a role, as names in the source may mean it. */
export interface KnownMember {
  readonly role: string;
  /** `path:Symbol`. */
  readonly symbol: string;
  readonly kind: 'class' | 'factory' | 'function';
  /** Symbols a factory gives out. */
  readonly gives: readonly string[];
}

/** All members of all roles, by what means them. */
export interface KnownMembers {
  readonly symbols: readonly string[];
  /** False when a dotted name cannot mean a member, whatever it is bound to: spares looking it up. */
  mayBe(name: string): boolean;
  /** The member a name means, if any of its definitions is one. */
  meant(meaning: Meaning): KnownMember | undefined;
  /** The class member an annotation stands for. */
  annotated(path: string, annotation: string, within: string): KnownMember | undefined;
  /** What a factory gives out: the product it names itself, else the canonical one. */
  productOf(factory: KnownMember): KnownMember | undefined;
}

export function createKnownMembers(model: AuditModel, views: readonly RoleView[]): KnownMembers {
  const known = new Map<string, KnownMember>();
  const canonicalProduct = new Map<string, string>();
  for (const { role, members } of views) {
    const produced = views.find((view) => view.role.id === role.factoryOf);
    if (produced !== undefined) canonicalProduct.set(role.id, produced.canonical.id);
    for (const member of members) {
      if (member.review) continue;
      const symbol = symbolId(member.path, member.symbol);
      const isClass = model.graph.nodes.has(symbol);
      known.set(symbol, {
        role: role.id,
        symbol,
        kind: produced !== undefined ? 'factory' : isClass ? 'class' : 'function',
        gives: produced === undefined ? [] : member.evidence.shared,
      });
      // Who imports the function a class is hidden in, imports the class.
      const maker = makerOf(model, member);
      if (maker !== undefined && !known.has(maker))
        known.set(maker, { role: role.id, symbol, kind: 'factory', gives: [symbol] });
    }
  }

  function meant(meaning: Meaning): KnownMember | undefined {
    for (const definition of meaning.definitions)
      if (definition.kind === 'class' || definition.kind === 'function') {
        const found = known.get(symbolId(definition.path, definition.fact.qualname));
        if (found !== undefined) return found;
      }
    return undefined;
  }

  const symbols = [...known.keys()];
  const names = knownNames(model, symbols);
  const mayBe = (name: string): boolean => names.has(name.slice(name.lastIndexOf('.') + 1));

  return {
    symbols,
    mayBe,
    meant,
    annotated(path, annotation, within) {
      for (const name of returnedTypeNames(annotation)) {
        if (!mayBe(name)) continue;
        const target = meant(model.lookup.inside(path, name, within));
        if (target?.kind === 'class') return target;
      }
      return undefined;
    },
    productOf(factory) {
      const symbol =
        factory.gives.find((id) => known.get(id)?.kind === 'class') ??
        canonicalProduct.get(factory.role);
      return symbol === undefined ? undefined : known.get(symbol);
    },
  };
}
