import { announcedShims, type Shim } from './announced-shims.ts';
import type { FindingDraft } from './identity.ts';
import type { RuleContext } from './rule-context.ts';

/** Inside a deprecated package its own modules need each other until it is gone as a whole. */
function isInside(path: string, shim: Shim): boolean {
  const folder = /^(.*\/)(__init__\.py|index\.[cm]?[jt]sx?)$/.exec(shim.path)?.[1];
  return shim.symbol === '' && folder !== undefined && path.startsWith(folder);
}

/** SSOT007: imports of something that announces its own deprecation. Production and tests count apart. */
export function findDeprecatedUse({ model, manifest }: RuleContext): FindingDraft[] {
  const declared = manifest.roles.flatMap((role) => role.deprecated.map((each) => each.symbol));
  const shims = new Map<string, Shim>();
  for (const { facts } of model.tree.files.values())
    for (const shim of announcedShims(model, facts)) shims.set(`${shim.path}:${shim.symbol}`, shim);
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
      if (shim === undefined || isInside(facts.path, shim)) continue;
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
