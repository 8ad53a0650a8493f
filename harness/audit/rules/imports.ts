import { knownNames } from '../factories/candidate-files.ts';
import type { AuditConsumer } from '../../contract/audit.ts';
import type { FileFacts, ImportFact } from '../facts/file-facts.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { makerOf } from '../roles/maker-of.ts';
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

/** Members by what an import of them means: themselves, or the function they are hidden in. */
function judgedMembers(model: AuditModel, views: readonly RoleView[]): Map<string, Judged> {
  const found = new Map<string, Judged>();
  for (const view of views)
    for (const member of view.members) {
      if (member.review || member.class === 'interface') continue;
      const judged = { view, competes: competing.has(member.class), symbol: member.symbol };
      const id = symbolId(member.path, member.symbol);
      if (!found.has(id)) found.set(id, judged);
      const maker = makerOf(model, member);
      if (maker !== undefined && judged.competes && !found.has(maker)) found.set(maker, judged);
    }
  return found;
}

function judgeMeaning(meaning: Meaning, members: ReadonlyMap<string, Judged>): Judged | undefined {
  for (const definition of meaning.definitions) {
    if (definition.kind !== 'class' && definition.kind !== 'function') continue;
    const judged = members.get(symbolId(definition.path, definition.fact.qualname));
    if (judged !== undefined) return judged;
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
export function findBypassImports({ model, views, consumers }: RuleContext): FindingDraft[] {
  const drafts: FindingDraft[] = [];
  const members = judgedMembers(model, views);
  const names = knownNames(model, [...members.keys()]);
  const used = usedMembers(consumers);
  for (const { facts, scope } of model.tree.files.values())
    for (const { fact, judged } of judgedImports(facts)) {
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

  /** Imports of a file that bring a member: by its name, or with the whole module it is then taken from. */
  function judgedImports(facts: FileFacts): { fact: ImportFact; judged: Judged }[] {
    const named: { fact: ImportFact; judged: Judged }[] = [];
    for (const fact of facts.imports) {
      if (!names.has(fact.local)) continue;
      const meaning = model.lookup.inside(facts.path, fact.local, fact.within);
      const judged = judgeMeaning(meaning, members);
      if (judged !== undefined) named.push({ fact, judged });
    }
    const taken = used.get(facts.path);
    if (taken === undefined) return named;
    const known = new Set(named.map(({ judged }) => judged));
    const whole = facts.imports.flatMap((fact) => {
      if ((fact.name !== '' && fact.name !== '*') || fact.local === '') return [];
      return [...taken].flatMap((id) => {
        const judged = members.get(id);
        if (judged === undefined || known.has(judged) || !leadsTo(facts.path, fact, id)) return [];
        known.add(judged);
        return [{ fact, judged }];
      });
    });
    return [...named, ...whole];
  }

  /** Does the module offer the member under the last part of its name? */
  function leadsTo(path: string, fact: ImportFact, id: string): boolean {
    const target = model.tree.resolveModule(path, fact.module);
    if (target.kind !== 'own') return false;
    const symbol = id.slice(id.indexOf(':') + 1);
    return model.lookup
      .exported(target.path, symbol.split('.')[0] ?? '')
      .definitions.some(
        (each) =>
          (each.kind === 'class' || each.kind === 'function') &&
          id.startsWith(symbolId(each.path, each.fact.qualname)),
      );
  }
}

/** Members that the code of a file uses, whatever it calls them. */
function usedMembers(consumers: readonly AuditConsumer[]): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  for (const { how, path, member } of consumers) {
    if (how === 'import') continue;
    const known = used.get(path);
    if (known === undefined) used.set(path, new Set([member]));
    else known.add(member);
  }
  return used;
}
