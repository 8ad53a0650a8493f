import type { AuditManifest } from '../../contract/audit-manifest.ts';
import { findCandidateFiles, knownNames } from '../factories/candidate-files.ts';
import type { ClassFact, FileFacts } from '../facts/file-facts.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { symbolId } from '../model/class-graph.ts';
import { folderOf } from '../model/module-resolver.ts';
import { isPublicMethod } from '../roles/class-shape.ts';
import { nameTokens } from '../roles/name-tokens.ts';
import type { RoleView } from '../roles/role-members.ts';
import { createRoleWords } from '../roles/role-words.ts';

/** One state of one file. */
export interface FileState {
  readonly facts: FileFacts;
  readonly text: string;
}

/** Tells whether a change of a file can change what was counted. */
export interface Relevance {
  matters(path: string, before: FileState | undefined, after: FileState | undefined): boolean;
}

/** `a/b/name.py` → `name`; the folder's name for a module that stands for its folder. */
function stemOf(path: string): string {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, '');
  const folder = folderOf(path);
  return stem === '__init__' || stem === 'index' ? folder.slice(folder.lastIndexOf('/') + 1) : stem;
}

function wordsOf(module: string): string[] {
  return module
    .replace(/\.[cm]?[jt]sx?$/, '')
    .split(/[./]/)
    .filter((word) => word !== '');
}

/** What of a file bears on the roles: who it imports and offers, its classes, and all code that names a member. */
function essenceOf({ facts, text }: FileState, mention: RegExp): string {
  const lines = text.split('\n');
  const covered = new Uint8Array(lines.length + 2);
  const parts: string[] = [];
  for (const { qualname, line, endLine } of facts.functions) {
    const body = lines.slice(line - 1, endLine).join('\n');
    for (let at = line; at <= endLine; at += 1) covered[at] = 1;
    if (mention.test(body)) parts.push(qualname, body);
  }
  for (const [at, line] of lines.entries())
    if (covered[at + 1] !== 1 && mention.test(line)) parts.push(line);
  return JSON.stringify([
    parts,
    facts.imports.map((fact) => ({ ...fact, line: 0 })),
    facts.exports.map((fact) => ({ ...fact, line: 0 })),
    facts.aliases.map((fact) => ({ ...fact, line: 0 })),
    facts.classes.map((fact) => ({ ...fact, line: 0, endLine: 0 })),
  ]);
}

/**
 * Derives from one counted state what later changes can matter: those of files that hold a member, of code that
 * names one, of imports that lead to one, and of classes that begin to look like one. Everything else leaves the
 * counts as they are, but for the rarity of words, which moves little from commit to commit.
 */
export function relevanceOf(
  model: AuditModel,
  manifest: AuditManifest,
  views: readonly RoleView[],
): Relevance {
  const members = views.flatMap((view) => view.members);
  const symbols = [
    ...members.map((member) => symbolId(member.path, member.symbol)),
    ...manifest.roles.map((role) => role.canonical),
  ];
  const names = knownNames(model, symbols);
  const homes = new Set([
    ...members.map((member) => member.path),
    ...manifest.roles.map((role) => role.canonical.slice(0, role.canonical.indexOf(':'))),
  ]);
  const candidates = findCandidateFiles(model, symbols);
  const concerned = new Set(candidates.map(({ facts }) => facts.path));
  const modules = new Set(
    candidates.flatMap(({ facts }) =>
      [...facts.imports, ...facts.exports].flatMap(({ module }) => wordsOf(module).slice(-1)),
    ),
  );
  const mention = new RegExp(
    String.raw`\b(?:${[...names].map((name) => name.replaceAll(/\W/g, String.raw`\$&`)).join('|')})\b`,
  );
  const words = createRoleWords(manifest.words);
  const wanted = views.map((view) => {
    const node = model.graph.nodes.get(view.canonical.id);
    return {
      tokens: new Set(nameTokens(node?.fact.name ?? '', words)),
      api: new Set(view.role.api ?? node?.members.filter(isPublicMethod).map(({ name }) => name)),
      globs: view.role.names.length > 0,
    };
  });

  /** Shares a word of its name, or two of its members, with a canonical one, or descends from something known. */
  function resembles(facts: FileFacts, fact: ClassFact): boolean {
    if (fact.bases.some((base) => mention.test(base))) return true;
    const tokens = nameTokens(fact.name, words);
    const own = facts.functions.filter((each) => each.owner === fact.qualname);
    return wanted.some(
      ({ tokens: role, api, globs }) =>
        globs ||
        tokens.some((token) => role.has(token)) ||
        own.filter(({ name }) => api.has(name)).length >= 2,
    );
  }

  function concerns({ facts }: FileState): boolean {
    return (
      [...facts.imports, ...facts.exports].some(
        (each) => names.has(each.name) || names.has(each.local),
      ) ||
      [...facts.imports, ...facts.exports]
        .filter((each) => each.name === '' || each.name === '*')
        .some(({ module }) => homeStems.has(wordsOf(module).at(-1) ?? '')) ||
      facts.classes.some((fact) => resembles(facts, fact))
    );
  }
  const homeStems = new Set([...concerned].map(stemOf));

  return {
    matters(path, before, after) {
      if (homes.has(path)) return true;
      // A module that comes or goes changes where imports lead.
      if ((before === undefined || after === undefined) && modules.has(stemOf(path))) return true;
      const states = [before, after].filter((state) => state !== undefined);
      if (!concerned.has(path) && !states.some(concerns)) return false;
      const [old, next] = [before, after].map((state) =>
        state === undefined ? '' : essenceOf(state, mention),
      );
      return old !== next;
    },
  };
}
