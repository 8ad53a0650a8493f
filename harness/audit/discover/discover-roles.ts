import type { AuditProposal } from '../../contract/audit-proposal.ts';
import type { AuditModel } from '../model/audit-model.ts';
import type { ClassNode } from '../model/class-graph.ts';
import { isFailureOrData, isInterface, isTestDouble } from '../roles/kind-filter.ts';
import { indexRoles, type RoleIndex } from '../roles/find-members.ts';
import { isOtherKind } from '../roles/kind-filter.ts';
import { overlap } from '../roles/rarity.ts';
import { doubtOf } from '../roles/doubt.ts';
import { scoreClass } from '../roles/score-class.ts';
import { createRoleWords, type RoleWords } from '../roles/role-words.ts';
import { production } from '../source/scope-of.ts';
import { countImporters } from './count-importers.ts';

/** Fewer public methods than this say too little to compare. */
const leastMethods = 2;
/** Share of the smaller API that two classes of one name must have in common. */
const sameNameApi = 0.5;
/** Names alike but for modifiers (`Scoped`, `Legacy`, `V2`) count as one name when they have so many words and shared methods. */
const leastSameWords = 2;
const leastSameMethods = 3;
/** Score from which two classes of different names are proposed as one role. */
const otherNameScore = 0.55;

function isCandidate(
  model: AuditModel,
  node: ClassNode,
  index: RoleIndex,
  words: RoleWords,
): boolean {
  return (
    node.scope === production &&
    index.profileOf(node).api.size >= leastMethods &&
    !isInterface(node) &&
    !isTestDouble(node, words) &&
    !isFailureOrData(node, model.graph)
  );
}

/** Related by descent: a base and its variant are no competitors. */
function isRelated(model: AuditModel, left: ClassNode, right: ClassNode): boolean {
  const [ofLeft, ofRight] = [model.graph.lineage(left).nodes, model.graph.lineage(right).nodes];
  return ofLeft.some((node) => ofRight.includes(node));
}

/** How likely two classes do the same job, 0 to 1, looked at from both sides. */
function likeness(
  left: ClassNode,
  right: ClassNode,
  { graph }: AuditModel,
  index: RoleIndex,
  words: RoleWords,
): number {
  const [a, b] = [index.profileOf(left), index.profileOf(right)];
  const api = overlap(a.api, b.api, index.rarities.members);
  if (left.fact.name === right.fact.name)
    return api.containment >= sameNameApi ? Math.max(0.6, api.containment) : 0;
  if (isOtherKind(left.fact.name, right.fact.name, words)) return 0;
  if (a.api.intersection(b.api).size < leastMethods) return 0;
  const scores = [
    scoreClass(a, b, false, undefined, index.rarities),
    scoreClass(b, a, false, undefined, index.rarities),
  ];
  if (scores.some((evidence) => doubtOf(left, right, evidence, graph) !== undefined)) return 0;
  const isOneName =
    a.tokens.size >= leastSameWords &&
    a.tokens.symmetricDifference(b.tokens).size === 0 &&
    a.api.intersection(b.api).size >= leastSameMethods &&
    api.containment >= sameNameApi;
  return Math.max(isOneName ? 0.6 : 0, Math.min(...scores.map((each) => each.score)));
}

/** Pairs worth comparing: classes that share a rare method or their name. */
function* likelyPairs(
  nodes: readonly ClassNode[],
  index: RoleIndex,
): Generator<[ClassNode, ClassNode]> {
  /** A method or a name that more classes than this have tells nothing. */
  const common = 40;
  const seen = new Set<string>();
  const buckets = new Map<string, ClassNode[]>();
  const put = (key: string, node: ClassNode) => {
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [node]);
    else bucket.push(node);
  };
  for (const node of nodes) {
    put(`class ${node.fact.name}`, node);
    for (const method of index.profileOf(node).api) put(`method ${method}`, node);
  }
  for (const bucket of buckets.values()) {
    if (bucket.length > common) continue;
    for (const [at, left] of bucket.entries())
      for (const right of bucket.slice(at + 1)) {
        const pair = `${left.id}\n${right.id}`;
        if (seen.has(pair)) continue;
        seen.add(pair);
        yield [left, right];
      }
  }
}

/**
 * Proposes roles for a tree without a manifest: groups of unrelated production classes that do the same job.
 * The canonical one is that with most importing production files; the runner-up is named too.
 */
export function discoverRoles(model: AuditModel, lang: 'py' | 'ts'): AuditProposal[] {
  const words = createRoleWords({ keep: [], modifiers: [], kinds: [] });
  const index = indexRoles(model.graph, lang, words);
  const nodes = index.nodes.filter((node) => isCandidate(model, node, index, words));
  const groupOf = new Map<ClassNode, Set<ClassNode>>();
  const scores = new Map<Set<ClassNode>, number>();
  for (const [left, right] of likelyPairs(nodes, index)) {
    const score = likeness(left, right, model, index, words);
    const least = left.fact.name === right.fact.name ? 0.5 : otherNameScore;
    if (score < least || isRelated(model, left, right)) continue;
    const group = (groupOf.get(left) ?? new Set([left])).union(
      groupOf.get(right) ?? new Set([right]),
    );
    scores.set(group, Math.max(score, scores.get(groupOf.get(left) ?? group) ?? 0));
    for (const node of group) groupOf.set(node, group);
  }
  const importers = countImporters(model, new Set([...groupOf.keys()].map((node) => node.id)));
  return [...new Set(groupOf.values())].flatMap((group) => {
    const rivals = withoutVariants(model, [...group]);
    return isFamily(rivals, index)
      ? []
      : [proposalOf(rivals, scores.get(group) ?? 0, lang, index, importers)];
  });
}

/** Who descends from another of the group is its variant, and no rival of its own. */
function withoutVariants({ graph }: AuditModel, nodes: readonly ClassNode[]): ClassNode[] {
  return nodes.filter(
    (node) => !nodes.some((other) => other !== node && graph.lineage(node).nodes.includes(other)),
  );
}

/** Likeness, less the chance that so few members are shared by accident: two make 80 % of it, nine 95 %. */
function confidenceOf(score: number, sharedMembers: number): number {
  return Math.round((score * sharedMembers * 100) / (sharedMembers + 0.5)) / 100;
}

/** Many classes with the same few methods are plug-ins of one interface, many on purpose. */
function isFamily(nodes: readonly ClassNode[], index: RoleIndex): boolean {
  const apis = nodes.map((node) => index.profileOf(node).api);
  const shared = apis.reduce((common, api) => common.intersection(api));
  return nodes.length > 8 || (nodes.length > 3 && shared.size <= leastMethods);
}

function proposalOf(
  nodes: readonly ClassNode[],
  score: number,
  lang: 'py' | 'ts',
  index: RoleIndex,
  importers: ReadonlyMap<string, number>,
): AuditProposal {
  const ranked = nodes.toSorted(
    (left, right) =>
      (importers.get(right.id) ?? 0) - (importers.get(left.id) ?? 0) ||
      (left.id < right.id ? -1 : 1),
  );
  const [canonical, runnerUp] = ranked;
  const apis = ranked.map((node) => index.profileOf(node).api);
  const shared = apis.reduce((common, api) => common.intersection(api));
  const name = canonical?.fact.name ?? '';
  const sameName = ranked.every((node) => node.fact.name === name);
  const nested = ranked.filter((node) => node.fact.qualname !== node.fact.name).length;
  return {
    id: name.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase(),
    lang,
    canonical: canonical?.id ?? '',
    ...(runnerUp === undefined ? {} : { runner_up: runnerUp.id }),
    members: ranked.map((node) => ({
      path: node.path,
      line: node.fact.line,
      symbol: node.fact.qualname,
      importers: importers.get(node.id) ?? 0,
    })),
    factories: [],
    confidence: confidenceOf(score, shared.size),
    why: `${ranked.length} unrelated classes ${sameName ? `are called ${name}` : 'have alike names'} and share ${shared.size} public ${shared.size === 1 ? 'method' : 'methods'}: ${[...shared].toSorted().slice(0, 6).join(', ')}${nested === 0 ? '' : `; ${nested} of them inside another class or function`}`,
  };
}
