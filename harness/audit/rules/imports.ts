import { knownNames } from '../factories/candidate-files.ts';
import type { Meaning } from '../model/name-lookup.ts';
import { symbolId } from '../model/class-graph.ts';
import type { RoleView } from '../roles/role-members.ts';
import type { FindingDraft } from './identity.ts';
import type { RuleContext } from './rule-context.ts';

const competing = new Set(['implementation', 'factory', 'variant', 'wrapper', 'tombstone']);

interface Judged {
  readonly view: RoleView;
  readonly competes: boolean;
  readonly symbol: string;
}

function judgeMeaning(meaning: Meaning, views: readonly RoleView[]): Judged | undefined {
  for (const definition of meaning.definitions) {
    if (definition.kind !== 'class' && definition.kind !== 'function') continue;
    for (const view of views) {
      const member = view.members.find(
        (each) =>
          each.path === definition.path && each.symbol === definition.fact.qualname && !each.review,
      );
      if (member !== undefined && member.class !== 'interface')
        return { view, competes: competing.has(member.class), symbol: member.symbol };
    }
  }
  return undefined;
}

/** Is this the canonical module itself, or an import path the manifest accepts? */
function isAccepted(view: RoleView, module: string, target: string | undefined): boolean {
  return (
    target === view.canonical.path ||
    view.role.aliases.some((alias) => alias === module || alias === target)
  );
}

/** A facade may rest on another one: its own file is part of the layer, not a consumer of it. */
function holdsFacade(view: RoleView, path: string): boolean {
  return view.members.some((member) => member.class === 'facade' && member.path === path);
}

/**
 * SSOT003: imports of a competing implementation. SSOT004: imports of the canonical one, or of a facade, that do
 * not name the canonical module or an accepted alias. Re-exports inside the canonical package are not bypasses.
 */
export function findBypassImports({ model, views }: RuleContext): FindingDraft[] {
  const drafts: FindingDraft[] = [];
  const symbols = views.flatMap((view) =>
    view.members.map((member) => symbolId(member.path, member.symbol)),
  );
  const names = knownNames(model, symbols);
  for (const { facts, scope } of model.tree.files.values())
    for (const fact of facts.imports) {
      if (!names.has(fact.local)) continue;
      const judged = judgeMeaning(model.lookup.inside(facts.path, fact.local, fact.within), views);
      if (judged === undefined) continue;
      const { view, competes, symbol } = judged;
      const target = model.tree.resolveModule(facts.path, fact.module);
      const path = target.kind === 'own' ? target.path : undefined;
      const accepted =
        isAccepted(view, fact.module, path) ||
        facts.path === view.canonical.path ||
        holdsFacade(view, facts.path);
      if (!competes && accepted) continue;
      drafts.push({
        rule: competes ? 'SSOT003' : 'SSOT004',
        role: view.role.id,
        scope,
        path: facts.path,
        line: fact.line,
        symbol: fact.within === '' ? fact.local : `${fact.within}.${fact.local}`,
        target: symbolId(path ?? fact.module, symbol),
        message: competes
          ? `imports ${symbol} from ${fact.module}, which competes with ${view.canonical.symbol}`
          : `imports ${symbol} through ${fact.module} instead of ${view.canonical.path}`,
        related: [
          { path: view.canonical.path, line: view.canonical.line, symbol: view.canonical.symbol },
        ],
      });
    }
  return drafts;
}
