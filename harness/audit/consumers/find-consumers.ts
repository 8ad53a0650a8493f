import type { AuditConsumer } from '../../contract/audit.ts';
import { bodyKey } from '../facts/bodies.ts';
import type { FileFacts, ImportFact } from '../facts/file-facts.ts';
import { findCandidateFiles } from '../factories/candidate-files.ts';
import type { AuditModel } from '../model/audit-model.ts';
import type { RoleView } from '../roles/role-members.ts';
import { findBlockConsumers, passedThrough, type Use } from './block-consumers.ts';
import { createKnownMembers, type KnownMember, type KnownMembers } from './known-members.ts';

function importUse(
  model: AuditModel,
  members: KnownMembers,
  path: string,
  fact: ImportFact,
): Use[] {
  if (fact.name === '' || fact.local === '') return [];
  const meaning = model.lookup.inside(path, fact.local, fact.within);
  const target = members.meant(meaning);
  if (target === undefined) return [];
  return [
    {
      role: target.role,
      member: target.symbol,
      line: fact.line,
      within: fact.within,
      how: 'import',
      uses: '',
      confidence: 'high',
      via: passedThrough(meaning),
    },
  ];
}

/** Uses in the functions of a file; methods of one class share what they know of its fields. */
function functionUses(model: AuditModel, members: KnownMembers, facts: FileFacts): Use[] {
  const { path } = facts;
  const { functions } = model.bodiesOf(path);
  const fieldsOf = new Map<string, Map<string, KnownMember>>();
  return facts.functions.flatMap((fact) => {
    const typed = fieldsOf.get(fact.owner) ?? new Map<string, KnownMember>();
    if (fact.owner !== '') fieldsOf.set(fact.owner, typed);
    const annotations: Use[] = [];
    for (const param of fact.params) {
      const target = members.annotated(path, param.annotation, fact.qualname);
      typed.delete(param.name);
      if (target === undefined) continue;
      typed.set(param.name, target);
      annotations.push({
        role: target.role,
        member: target.symbol,
        line: fact.line,
        within: fact.qualname,
        how: 'annotation',
        uses: '',
        confidence: 'high',
        via: [],
      });
    }
    const place = { path, within: fact.qualname, typed };
    const body = functions.get(bodyKey(fact)) ?? [];
    return [...annotations, ...findBlockConsumers(model, members, place, body)];
  });
}

/**
 * Finds every place that imports, makes, annotates or calls a member of a role, through aliases and facades.
 * What a file does with its own members is no consumption.
 */
export function findConsumers(model: AuditModel, views: readonly RoleView[]): AuditConsumer[] {
  const members = createKnownMembers(model, views);
  return findCandidateFiles(model, members.symbols).flatMap(({ facts, scope }) => {
    const { path } = facts;
    const place = { path, within: '', typed: new Map<string, KnownMember>() };
    const uses = [
      ...facts.imports.flatMap((fact) => importUse(model, members, path, fact)),
      ...findBlockConsumers(model, members, place, model.bodiesOf(path).module),
      ...functionUses(model, members, facts),
    ];
    return uses
      .filter((use) => !use.member.startsWith(`${path}:`))
      .map((use) => ({ ...use, path, scope }));
  });
}
