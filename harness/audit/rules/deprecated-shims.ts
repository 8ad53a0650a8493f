import type { SourceFile } from '../model/source-tree.ts';
import type { FindingDraft } from './identity.ts';
import type { RuleContext } from './rule-context.ts';

interface Shim {
  readonly path: string;
  /** Qualified name; empty when the whole module is one. */
  readonly symbol: string;
  readonly line: number;
}

/** Definitions that say they are deprecated: a decorator, a warning in their body, a `@deprecated` comment above. */
function shimsOf({ facts }: SourceFile): Shim[] {
  const definitions = [...facts.classes, ...facts.functions];
  const decorated = definitions.filter((each) =>
    each.decorators.some((decorator) => /(^|\.)deprecated\b/.test(decorator)),
  );
  const warned = facts.deprecations.flatMap((line) => {
    const around = definitions.filter((each) => each.line <= line && line <= each.endLine);
    const innermost = around.toSorted((left, right) => right.line - left.line)[0];
    if (innermost === undefined) return [{ path: facts.path, symbol: '', line }];
    const isConstructor = /\.(__init__|__new__|constructor)$/.test(innermost.qualname);
    const owner = innermost.qualname.slice(0, innermost.qualname.lastIndexOf('.'));
    return [
      {
        path: facts.path,
        symbol: isConstructor ? owner : innermost.qualname,
        line: innermost.line,
      },
    ];
  });
  return [
    ...decorated.map(({ qualname, line }) => ({ path: facts.path, symbol: qualname, line })),
    ...warned,
  ];
}

/** SSOT007: imports of something that announces its own deprecation. Production and tests count apart. */
export function findDeprecatedUse({ model, manifest }: RuleContext): FindingDraft[] {
  const declared = manifest.roles.flatMap((role) => role.deprecated.map((each) => each.symbol));
  const shims = new Map<string, Shim>();
  for (const file of model.tree.files.values()) {
    if (file.facts.deprecations.length === 0 && !hasDecorator(file) && declared.length === 0)
      continue;
    for (const shim of shimsOf(file)) shims.set(`${shim.path}:${shim.symbol}`, shim);
  }
  for (const symbol of declared) {
    const colon = symbol.indexOf(':');
    shims.set(symbol, { path: symbol.slice(0, colon), symbol: symbol.slice(colon + 1), line: 1 });
  }
  const drafts: FindingDraft[] = [];
  if (shims.size === 0) return drafts;
  for (const { facts, scope } of model.tree.files.values())
    for (const fact of facts.imports) {
      const target = model.tree.resolveModule(facts.path, fact.module);
      if (target.kind !== 'own' || target.path === facts.path) continue;
      const defined =
        fact.name === '' ? [] : model.lookup.exported(target.path, fact.name).definitions;
      const shim =
        shims.get(`${target.path}:`) ??
        defined
          .map((each) =>
            each.kind === 'class' || each.kind === 'function'
              ? shims.get(`${each.path}:${each.fact.qualname}`)
              : undefined,
          )
          .find((each) => each !== undefined);
      if (shim === undefined) continue;
      drafts.push({
        rule: 'SSOT007',
        scope,
        path: facts.path,
        line: fact.line,
        symbol: fact.within === '' ? fact.local : `${fact.within}.${fact.local}`,
        target: `${shim.path}:${shim.symbol}`,
        message: `still uses ${shim.symbol === '' ? shim.path : shim.symbol}, which is deprecated`,
        related: [{ path: shim.path, line: shim.line, symbol: shim.symbol }],
      });
    }
  return drafts;
}

function hasDecorator({ facts }: SourceFile): boolean {
  return [...facts.classes, ...facts.functions].some((each) =>
    each.decorators.some((decorator) => decorator.includes('deprecated')),
  );
}
