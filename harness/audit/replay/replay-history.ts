import type { AuditMember } from '../../contract/audit.ts';
import type { AuditManifest } from '../../contract/audit-manifest.ts';
import type { AuditTrend, AuditTrendPoint } from '../../contract/audit-trend.ts';
import { HarnessError } from '../../contract/harness-error.ts';
import { findConsumers } from '../consumers/find-consumers.ts';
import type { Bodies } from '../facts/bodies.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import { createAuditModel, type AuditModel } from '../model/audit-model.ts';
import { createPythonModules } from '../model/python-modules.ts';
import { createSourceTree, type SourceFile } from '../model/source-tree.ts';
import { createTypeScriptModules } from '../model/typescript-modules.ts';
import { resolveCanonical } from '../roles/canonical.ts';
import { createRoleWords } from '../roles/role-words.ts';
import type { RoleView } from '../roles/role-members.ts';
import { viewRoles } from '../roles/view-roles.ts';
import { findBrokenContracts } from '../rules/broken-contracts.ts';
import type { FindingDraft } from '../rules/identity.ts';
import { findBypassImports } from '../rules/imports.ts';
import { createSourceReader } from '../source/read-source.ts';
import { createScopeOf, production, scopeOfFacts } from '../source/scope-of.ts';
import { relevanceOf, type FileState, type Relevance } from './relevance.ts';
import { openBlobStore } from './blob-store.ts';
import { listCommits, type Commit } from './list-commits.ts';
import { listTrees, type Change, type TreeListing } from './list-trees.ts';

const competing = new Set(['canonical', 'implementation', 'factory']);

/** Once this share of the files changed, the rarity of words is taken anew. */
const idleShare = 0.25;

type RolePoint = AuditTrendPoint['roles'][number];

function inProduction(drafts: readonly FindingDraft[], role: string): FindingDraft[] {
  return drafts.filter((draft) => draft.role === role && draft.scope === production);
}

/** Implementations in production, and the source lines they take. */
function countMembers(model: AuditModel, view: RoleView | undefined) {
  const members = (view?.members ?? []).filter(
    (member) => !member.review && member.scope === production && competing.has(member.class),
  );
  const linesOf = ({ path, symbol, line }: AuditMember): number => {
    const facts = model.tree.files.get(path)?.facts;
    const definition = [...(facts?.classes ?? []), ...(facts?.functions ?? [])].find(
      (each) => each.qualname === symbol && each.line === line,
    );
    return definition === undefined ? 0 : definition.endLine - definition.line + 1;
  };
  const sum = (some: readonly AuditMember[]) =>
    some.reduce((lines, member) => lines + linesOf(member), 0);
  return {
    implementations: members.length,
    lines: sum(members),
    duplicated_lines: sum(members.filter((member) => member.class !== 'canonical')),
  };
}

/** Counts per role in one state; a role whose canonical symbol is not there yet, or no more, is unresolved. */
function countRoles(
  model: AuditModel,
  manifest: AuditManifest,
): { points: RolePoint[]; views: RoleView[] } {
  const resolvable = manifest.roles.filter((role) => isResolvable(model, manifest, role.id));
  const views = viewRoles(model, { ...manifest, roles: resolvable });
  const consumers = findConsumers(model, views);
  const words = createRoleWords(manifest.words);
  const context = { model, manifest, views, words, consumers };
  const bypasses = findBypassImports(context);
  const broken = findBrokenContracts(context);
  const points = manifest.roles.map(({ id }) => {
    const view = views.find((each) => each.role.id === id);
    return {
      id,
      resolved: view !== undefined,
      ...countMembers(model, view),
      bypassing_files: new Set(inProduction(bypasses, id).map((draft) => draft.path)).size,
      broken_calls: inProduction(broken, id).length,
    };
  });
  return { points, views };
}

/** Does the canonical symbol of the role, and of the role it produces, exist in this state? */
function isResolvable(model: AuditModel, manifest: AuditManifest, id: string): boolean {
  const role = manifest.roles.find((each) => each.id === id);
  if (role === undefined) return false;
  try {
    resolveCanonical(model, role);
  } catch (error) {
    if (error instanceof HarnessError && error.code === 'AUDIT_CANONICAL_UNRESOLVED') return false;
    throw error;
  }
  return role.factoryOf === undefined || isResolvable(model, manifest, role.factoryOf);
}

/**
 * Replays the history of a repository from its objects, without a work tree, and counts per commit: competing
 * implementations, files around the canonical one, calls that must fail. Facts of a blob are read once.
 * A commit that cannot change a count is not counted again; the first and the last one always are.
 * Missing objects are counted and left out. Throws HarnessError AUDIT_HISTORY_UNREADABLE when git cannot answer.
 * @param range as git understands it; first parents only
 */
export function replayHistory(root: string, range: string, manifest: AuditManifest): AuditTrend {
  const blobs = openBlobStore(root);
  const reader = createSourceReader();
  const scopeOf = createScopeOf(manifest.scopes);
  const factsByBlob = new Map<string, FileFacts>();
  const bodiesByBlob = new Map<string, Bodies>();

  function factsOf(path: string, id: string): FileFacts {
    const key = `${path}\n${id}`;
    let facts = factsByBlob.get(key);
    if (facts === undefined) factsByBlob.set(key, (facts = reader.readFacts(path, blobs.read(id))));
    return facts;
  }

  function bodiesOf(path: string, id: string): Bodies {
    let bodies = bodiesByBlob.get(id);
    if (bodies === undefined)
      bodiesByBlob.set(id, (bodies = reader.readBodies(path, blobs.read(id))));
    return bodies;
  }

  /** What is at a path in the state that was counted last. */
  const files = new Map<string, { readonly id: string; readonly file: SourceFile }>();

  function fileOf(path: string, id: string): SourceFile {
    let known = files.get(path);
    if (known?.id !== id) {
      const facts = factsOf(path, id);
      const scope = scopeOfFacts(scopeOf(path), facts);
      files.set(path, (known = { id, file: { facts, scope } }));
    }
    return known.file;
  }

  function modelOf(listing: TreeListing): AuditModel {
    const present = [...listing].filter(([, id]) => !blobs.missing.has(id));
    const paths = present.map(([path]) => path);
    const tree = createSourceTree(
      present.map(([path, id]) => fileOf(path, id)),
      {
        py: createPythonModules(paths, manifest.roots, new Set()),
        ts: createTypeScriptModules(paths, undefined),
      },
    );
    return createAuditModel(tree, (path) => bodiesOf(path, listing.get(path) ?? ''));
  }

  function stateOf(path: string, id: string | undefined): FileState | undefined {
    if (id === undefined || blobs.missing.has(id)) return undefined;
    return { facts: factsOf(path, id), text: blobs.read(id).toString() };
  }

  const commits = listCommits(root, [range]);
  const { first, steps } = listTrees(root, commits);
  const listing = new Map(first);
  const changedIds = steps.flatMap(({ changes }) => changes.flatMap(({ id }) => id ?? []));
  blobs.load([...first.values(), ...changedIds]);

  let relevance: Relevance | undefined;
  /** Files changed since the last count, though not so that it mattered. */
  let idle = 0;
  let last: RolePoint[] = [];
  const points: AuditTrendPoint[] = [];
  function count(): void {
    const model = modelOf(listing);
    const state = countRoles(model, manifest);
    last = state.points;
    relevance = relevanceOf(model, manifest, state.views);
    idle = 0;
  }
  function step({ id, at, subject }: Commit, changes: readonly Change[]): void {
    let matters = relevance === undefined;
    for (const change of changes) {
      matters ||=
        relevance?.matters(
          change.path,
          stateOf(change.path, listing.get(change.path)),
          stateOf(change.path, change.id),
        ) === true;
      if (change.id === undefined) listing.delete(change.path);
      else listing.set(change.path, change.id);
    }
    idle += changes.length;
    const isLast = points.length === commits.length - 1;
    if (matters || idle > listing.size * idleShare || (isLast && idle > 0)) count();
    points.push({ commit: id, at, subject, roles: last });
  }

  const [begin] = commits;
  if (begin !== undefined) step(begin, []);
  for (const { commit, changes } of steps) step(commit, changes);
  return { version: 1, points, missing_objects: blobs.missing.size };
}
