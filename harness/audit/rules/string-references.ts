import { walkExpressions } from '../facts/walk-statements.ts';
import { symbolId } from '../model/class-graph.ts';
import type { FindingDraft } from './identity.ts';
import type { RuleContext } from './rule-context.ts';

const dottedPath = /^[A-Za-z_][\w]*(\.[A-Za-z_]\w*)+$/;

/**
 * SSOT006: strings that name a competing implementation by its module, as patch targets and dynamic imports do.
 */
export function findStringReferences({ model, views }: RuleContext): FindingDraft[] {
  const competitors = new Map(
    views.flatMap((view) =>
      view.members
        .filter((member) => member.class === 'implementation' || member.class === 'factory')
        .map((member) => [symbolId(member.path, member.symbol), { view, member }] as const),
    ),
  );
  if (competitors.size === 0) return [];
  const drafts: FindingDraft[] = [];
  for (const { facts, scope } of model.tree.files.values()) {
    if (!facts.namesModulesInStrings) continue;
    const bodies = model.bodiesOf(facts.path);
    for (const [within, body] of [['', bodies.module] as const, ...bodies.functions])
      for (const part of walkExpressions(body)) {
        if (part.kind !== 'call') continue;
        for (const { value } of part.args) {
          if (value.kind !== 'constant' || !value.string || !dottedPath.test(value.text)) continue;
          const found = referenced(value.text);
          if (found === undefined) continue;
          drafts.push({
            rule: 'SSOT006',
            role: found.view.role.id,
            scope,
            path: facts.path,
            line: part.line,
            symbol: within.replace(/@\d+$/, ''),
            target: value.text,
            message: `the string "${value.text}" names ${found.member.symbol}, which competes with ${found.view.canonical.symbol}`,
          });
        }
      }
    function referenced(text: string) {
      const parts = text.split('.');
      for (let cut = parts.length - 1; cut > 0; cut -= 1) {
        const target = model.tree.resolveModule(facts.path, parts.slice(0, cut).join('.'));
        if (target.kind !== 'own') continue;
        const name = parts[cut] ?? '';
        for (const definition of model.lookup.exported(target.path, name).definitions)
          if (definition.kind === 'class' || definition.kind === 'function') {
            const found = competitors.get(symbolId(definition.path, definition.fact.qualname));
            if (found !== undefined) return found;
          }
        return undefined;
      }
      return undefined;
    }
  }
  return drafts;
}
