import type { AuditRole } from '../../contract/audit-manifest.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import { suggest } from '../../contract/suggestion.ts';
import type { AuditModel } from '../model/audit-model.ts';
import type { Definition } from '../model/name-lookup.ts';
import { symbolId } from '../model/class-graph.ts';

export interface CanonicalSymbol {
  /** `path:Qual.Name`. */
  readonly id: string;
  readonly path: string;
  readonly symbol: string;
  readonly line: number;
  readonly definition: Extract<Definition, { kind: 'class' | 'function' }>;
}

/** The file a module is written as: a path, or a dotted Python module. */
function pathOf(model: AuditModel, module: string): string | undefined {
  if (model.tree.files.has(module)) return module;
  for (const file of model.tree.files.values()) {
    if (file.facts.lang !== 'py') continue;
    const target = model.tree.resolveModule(file.facts.path, module);
    return target.kind === 'own' ? target.path : undefined;
  }
  return undefined;
}

function unresolved(symbol: string, detail: string): HarnessError {
  return new HarnessError('AUDIT_CANONICAL_UNRESOLVED', `${symbol} does not resolve: ${detail}`, {
    where: symbol,
  });
}

/**
 * Finds what the canonical symbol of a role means, through re-exports.
 * Throws HarnessError AUDIT_CANONICAL_UNRESOLVED when it means nothing, or stands in another language than the role.
 */
export function resolveCanonical(
  model: AuditModel,
  { canonical, lang }: Pick<AuditRole, 'canonical' | 'lang'>,
): CanonicalSymbol {
  const symbol = resolveSymbol(model, canonical);
  if ((model.tree.files.get(symbol.path)?.facts.lang ?? lang) !== lang)
    throw unresolved(canonical, `${symbol.path} is not "lang": "${lang}"`);
  return symbol;
}

function resolveSymbol(model: AuditModel, written: string): CanonicalSymbol {
  const colon = written.indexOf(':');
  const module = written.slice(0, colon);
  const name = written.slice(colon + 1);
  const path = pathOf(model, module);
  if (path === undefined) {
    const guess = suggest(module, model.tree.files.keys());
    throw unresolved(
      written,
      `no such module${guess === undefined ? '' : `; did you mean "${guess}"?`}`,
    );
  }
  const definition = model.lookup
    .inside(path, name)
    .definitions.find((each) => each.kind === 'class' || each.kind === 'function');
  if (definition === undefined)
    throw unresolved(written, `${path} has no class or function ${name}`);
  const { qualname, line } = definition.fact;
  return {
    id: symbolId(definition.path, qualname),
    path: definition.path,
    symbol: qualname,
    line,
    definition,
  };
}
