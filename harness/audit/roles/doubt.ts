import type { AuditEvidence } from '../../contract/audit.ts';
import type { ClassGraph, ClassNode } from '../model/class-graph.ts';
import { isPublicMethod } from './class-shape.ts';

/**
 * Under a strange name, fewer shared members than this are chance, unless they are called with the same things: half
 * of all classes can `run` and `stop`.
 */
const leastNameless = 3;
const leastParameters = 0.5;

/** The nearest class of the line that defines each of the members. */
function definersOf(
  node: ClassNode,
  names: readonly string[],
  graph: ClassGraph,
): (ClassNode | undefined)[] {
  const { nodes } = graph.lineage(node);
  return names.map((name) =>
    nodes.find((each) =>
      each.members.some((member) => isPublicMethod(member) && member.name === name),
    ),
  );
}

/**
 * Why a class whose score is high enough may yet do another job than the canonical one: `alien` is no member at
 * all, `doubtful` is for a person to say. What both inherit from one base is one implementation, and a class that
 * inherits the job from a rival and adds none of it is something else that contains the rival.
 */
export function doubtOf(
  node: ClassNode,
  canonical: ClassNode,
  evidence: AuditEvidence,
  graph: ClassGraph,
): 'alien' | 'doubtful' | undefined {
  const { shared, name, parameters } = evidence;
  const canonicalLine = graph.lineage(canonical).nodes;
  const definers = definersOf(node, shared, graph);
  const own = definers.filter((each) => each !== undefined && !canonicalLine.includes(each));
  const isSibling = graph.lineage(node).nodes.some((each) => canonicalLine.includes(each));
  if (isSibling && own.length < (name === 0 ? leastNameless : 1)) return 'alien';
  const isChance = shared.length < leastNameless && parameters < leastParameters;
  if (name === 0 && (isSibling || isChance)) return 'doubtful';
  if (shared.length === 0) return 'doubtful';
  const addsOthers = node.members.some(isPublicMethod);
  return addsOthers && !own.includes(node) ? 'doubtful' : undefined;
}
