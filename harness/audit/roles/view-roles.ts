import type { AuditManifest } from '../../contract/audit-manifest.ts';
import { viewFactoryRole } from '../factories/factory-members.ts';
import type { Language } from '../facts/file-facts.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { applyAllowances } from './allowances.ts';
import { indexRoles, type RoleIndex } from './find-members.ts';
import { viewRole, type RoleView } from './role-members.ts';
import { createRoleWords } from './role-words.ts';

/** Finds the members of every role of the manifest, in its order; factory roles rest on what they produce. */
export function viewRoles(model: AuditModel, manifest: AuditManifest): RoleView[] {
  const words = createRoleWords(manifest.words);
  const indexes = new Map<Language, RoleIndex>();
  const indexOf = (lang: Language): RoleIndex => {
    let index = indexes.get(lang);
    if (index === undefined) indexes.set(lang, (index = indexRoles(model.graph, lang, words)));
    return index;
  };
  const views = new Map<string, RoleView>();
  for (const role of manifest.roles)
    if (role.factoryOf === undefined)
      views.set(role.id, viewRole(model, role, indexOf(role.lang), words));
  for (const role of manifest.roles) {
    const produced = role.factoryOf === undefined ? undefined : views.get(role.factoryOf);
    if (produced !== undefined) views.set(role.id, viewFactoryRole(model, role, produced, words));
  }
  return manifest.roles.flatMap((role) => {
    const view = views.get(role.id);
    return view === undefined ? [] : [applyAllowances(view, manifest)];
  });
}
