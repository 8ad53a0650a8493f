import type { AuditConsumer } from '../../contract/audit.ts';
import { bodyKey } from '../facts/bodies.ts';
import type { ExportFact, FileFacts, ImportFact } from '../facts/file-facts.ts';
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
  if (fact.name === '' || !members.mayBe(fact.local)) return [];
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

/** A module that passes a member on imports it, although no name is bound in it. */
function reexportUses(model: AuditModel, members: KnownMembers, facts: FileFacts): Use[] {
  return facts.exports.flatMap((entry) => {
    if (entry.module === '') return [];
    const passed = entry.name === '*' ? starNames(model, members, facts.path, entry) : [entry.name];
    return passed.flatMap((name): Use[] => {
      const meaning = model.lookup.exported(facts.path, name);
      const target = members.meant(meaning);
      if (target === undefined) return [];
      return [
        {
          role: target.role,
          member: target.symbol,
          line: entry.line,
          within: '',
          how: 'import',
          uses: '',
          confidence: 'high',
          via: passedThrough(meaning),
        },
      ];
    });
  });
}

/** Names of members that `export *` of a module passes on, as far as the module defines or names them. */
function starNames(
  model: AuditModel,
  members: KnownMembers,
  path: string,
  { module }: ExportFact,
): string[] {
  const target = model.tree.resolveModule(path, module);
  const facts = target.kind === 'own' ? model.tree.files.get(target.path)?.facts : undefined;
  return (facts?.exports ?? [])
    .map(({ name }) => name)
    .filter((name) => members.meant(model.lookup.exported(path, name)) !== undefined);
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
      ...reexportUses(model, members, facts),
      ...findBlockConsumers(model, members, place, model.bodiesOf(path).module),
      ...functionUses(model, members, facts),
    ];
    return uses
      .filter((use) => !use.member.startsWith(`${path}:`))
      .map((use) => ({ ...use, path, scope }));
  });
}
