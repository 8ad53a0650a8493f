import type {
  AuditIncompatibility,
  AuditMemberSurface,
  AuditSurface,
} from '../../contract/audit-surface.ts';

function plain(member: AuditMemberSurface): AuditMemberSurface['parameters'] {
  return member.parameters.filter((param) => param.kind === 'plain');
}

/** Why a call written for `old` may not work on `next`; undefined when every such call does. */
function parameterFault(old: AuditMemberSurface, next: AuditMemberSurface): string | undefined {
  const takesRest = next.parameters.some((param) => param.kind === 'rest');
  const takesKeywords = next.parameters.some((param) => param.kind === 'keywords');
  const [oldPlain, nextPlain] = [plain(old), plain(next)];
  for (const [index, param] of oldPlain.entries()) {
    const there = nextPlain[index];
    if (there === undefined) {
      if (!takesRest) return `takes no ${param.name}`;
    } else if (there.name !== param.name && nextPlain.some((each) => each.name === param.name))
      return `${param.name} stands at another place`;
  }
  const demanded = nextPlain.slice(oldPlain.length).find((param) => !param.optional);
  if (demanded !== undefined) return `demands ${demanded.name}`;
  const named = new Set(next.parameters.map((param) => param.name));
  const keyword = old.parameters.find(
    (param) => param.kind === 'keyword-only' && !named.has(param.name),
  );
  if (keyword !== undefined && !takesKeywords) return `takes no ${keyword.name}`;
  const known = new Set(old.parameters.map((param) => param.name));
  const newlyDemanded = next.parameters.find(
    (param) => param.kind === 'keyword-only' && !param.optional && !known.has(param.name),
  );
  return newlyDemanded === undefined ? undefined : `demands ${newlyDemanded.name}`;
}

/** Lists what a caller of `old` would miss on `next`: members, compatible parameters, the same kind of waiting. */
export function compareSurfaces(old: AuditSurface, next: AuditSurface): AuditIncompatibility[] {
  const offered = new Map(next.members.map((member) => [member.name, member]));
  const found = (member: string, kind: AuditIncompatibility['kind'], detail: string) => ({
    role: old.role,
    from: old.implementation,
    to: next.implementation,
    member,
    kind,
    detail,
  });
  return old.members.flatMap((member): AuditIncompatibility[] => {
    const there = offered.get(member.name);
    if (there === undefined)
      return member.kind === 'constructor'
        ? []
        : [found(member.name, 'missing', 'there is no such member')];
    const fault = parameterFault(member, there);
    return [
      ...(fault === undefined ? [] : [found(member.name, 'parameters', fault)]),
      ...(member.async === there.async
        ? []
        : [
            found(member.name, 'async', there.async ? 'must be awaited now' : 'is synchronous now'),
          ]),
    ];
  });
}

/** Compares every implementation of a role with its canonical one. */
export function compareWithCanonical(surfaces: readonly AuditSurface[]): AuditIncompatibility[] {
  return surfaces.flatMap((surface) => {
    const canonical = surfaces.find((each) => each.role === surface.role && each.canonical);
    return canonical === undefined || surface.canonical ? [] : compareSurfaces(surface, canonical);
  });
}
