import { matchesGlob } from 'node:path';
import type { AuditEvidence } from '../../contract/audit.ts';
import type { AuditRole } from '../../contract/audit-manifest.ts';
import type { ClassGraph, ClassNode } from '../model/class-graph.ts';
import { shapeOf } from './class-shape.ts';
import { isFailureOrData, isOtherKind } from './kind-filter.ts';
import { nameTokens } from './name-tokens.ts';
import { createRarity } from './rarity.ts';
import type { RoleWords } from './role-words.ts';
import { scoreClass, type Profile, type Rarities } from './score-class.ts';

/** Scores this far below the threshold are shown for review and never counted. */
const reviewMargin = 0.1;
/** An API this close outweighs a name that ends in another kind of thing. */
const convincingApi = 0.6;

export interface RoleMember {
  readonly node: ClassNode;
  readonly evidence: AuditEvidence;
  readonly review: boolean;
}

/** Profiles of all classes of one language, and how rare their words are. */
export interface RoleIndex {
  readonly profiles: ReadonlyMap<ClassNode, Profile>;
  readonly rarities: Rarities;
}

/** Prepares scoring: one profile per class, interfaces included, because they say what words are common. */
export function indexRoles(graph: ClassGraph, lang: 'py' | 'ts', words: RoleWords): RoleIndex {
  const profiles = new Map<ClassNode, Profile>();
  for (const node of graph.nodes.values())
    if (node.path.endsWith('.py') === (lang === 'py'))
      profiles.set(node, {
        ...shapeOf(node, graph),
        tokens: new Set(nameTokens(node.fact.name, words)),
      });
  const all = [...profiles.values()];
  return {
    profiles,
    rarities: {
      tokens: createRarity(all.map((profile) => profile.tokens)),
      members: createRarity(all.map((profile) => profile.api)),
    },
  };
}

/** All classes that look like the canonical one, itself included, best first. */
export function findMembers(
  role: Pick<AuditRole, 'api' | 'names' | 'threshold'>,
  canonical: ClassNode,
  graph: ClassGraph,
  index: RoleIndex,
  words: RoleWords,
): RoleMember[] {
  const wanted = index.profiles.get(canonical);
  if (wanted === undefined) return [];
  const members: RoleMember[] = [];
  const wantedApi = role.api === undefined ? wanted.api : new Set(role.api);
  for (const [node, profile] of index.profiles) {
    const named = role.names.some((glob) => matchesGlob(node.fact.name, glob));
    const inherits = node !== canonical && graph.lineage(node).nodes.includes(canonical);
    // Most classes share nothing with the canonical one: parameter names alone never make a member.
    const strange =
      profile.tokens.isDisjointFrom(wanted.tokens) && profile.api.isDisjointFrom(wantedApi);
    if (strange && !named && !inherits && node !== canonical) continue;
    const scored = scoreClass(
      profile,
      wanted,
      inherits || node === canonical,
      role.api,
      index.rarities,
    );
    const evidence = { ...scored, inherits };
    if (!named && evidence.score < role.threshold - reviewMargin) continue;
    if (!named && node !== canonical && !inherits) {
      if (isFailureOrData(node, graph)) continue;
      const otherKind = isOtherKind(node.fact.name, canonical.fact.name, words);
      if (otherKind && evidence.api < convincingApi) continue;
    }
    members.push({ node, evidence, review: !named && evidence.score < role.threshold });
  }
  return members.toSorted((left, right) => right.evidence.score - left.evidence.score);
}
