import { matchesGlob } from 'node:path';
import type { AuditEvidence } from '../../contract/audit.ts';
import type { AuditRole } from '../../contract/audit-manifest.ts';
import type { ClassGraph, ClassNode } from '../model/class-graph.ts';
import { publicNames, shapeOf } from './class-shape.ts';
import { doubtOf } from './doubt.ts';
import { isFailureOrData, isOtherKind, isTestSuite } from './kind-filter.ts';
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

/** All classes of one language, how rare their words are, and what each looks like when it is asked for. */
export interface RoleIndex {
  readonly nodes: readonly ClassNode[];
  readonly rarities: Rarities;
  profileOf(node: ClassNode): Profile;
}

/** Prepares scoring; interfaces are included, because they say what words are common. */
export function indexRoles(graph: ClassGraph, lang: 'py' | 'ts', words: RoleWords): RoleIndex {
  const nodes = [...graph.nodes.values()].filter(
    (node) => node.path.endsWith('.py') === (lang === 'py'),
  );
  const tokens = function* () {
    for (const node of nodes) yield nameTokens(node.fact.name, words);
  };
  const names = function* () {
    for (const node of nodes) yield publicNames(node, graph);
  };
  // Few classes look like any canonical one: sets of all of them would take more than the tree.
  const profiles = new Map<ClassNode, Profile>();
  return {
    nodes,
    rarities: {
      tokens: createRarity(tokens()),
      members: createRarity(names()),
    },
    profileOf(node) {
      let profile = profiles.get(node);
      if (profile === undefined)
        profiles.set(
          node,
          (profile = {
            ...shapeOf(node, graph),
            tokens: new Set(nameTokens(node.fact.name, words)),
          }),
        );
      return profile;
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
  const wanted = index.profileOf(canonical);
  const members: RoleMember[] = [];
  const wantedApi = role.api === undefined ? wanted.api : new Set(role.api);
  // Most classes share nothing with the canonical one: parameter names alone never make a member.
  const alike = new Set<ClassNode | undefined>([canonical]);
  for (const [shared, rarity] of [
    [wanted.tokens, index.rarities.tokens],
    [wantedApi, index.rarities.members],
  ] as const)
    for (const word of shared) for (const at of rarity.holders(word)) alike.add(index.nodes[at]);
  for (const node of index.nodes) {
    const named = role.names.some((glob) => matchesGlob(node.fact.name, glob));
    const inherits =
      node !== canonical &&
      node.fact.bases.length > 0 &&
      graph.lineage(node).nodes.includes(canonical);
    if (!named && !inherits && !alike.has(node)) continue;
    const scored = scoreClass(
      index.profileOf(node),
      wanted,
      inherits || node === canonical,
      role.api,
      index.rarities,
    );
    const evidence = { ...scored, inherits };
    if (!named && evidence.score < role.threshold - reviewMargin) continue;
    let isDoubtful = false;
    if (!named && node !== canonical && !inherits) {
      if (isFailureOrData(node, graph) || isTestSuite(node)) continue;
      const doubt = wantedApi.size === 0 ? undefined : doubtOf(node, canonical, evidence, graph);
      if (doubt === 'alien') continue;
      isDoubtful = doubt === 'doubtful';
      const otherKind = isOtherKind(node.fact.name, canonical.fact.name, words);
      if (otherKind && evidence.api < convincingApi) continue;
    }
    members.push({
      node,
      evidence,
      review: !named && (isDoubtful || evidence.score < role.threshold),
    });
  }
  return members.toSorted((left, right) => right.evidence.score - left.evidence.score);
}
