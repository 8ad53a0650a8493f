import type { AuditMemberClass } from '../../contract/audit.ts';
import { bodyKey } from '../facts/bodies.ts';
import type { AuditModel } from '../model/audit-model.ts';
import type { ClassNode } from '../model/class-graph.ts';
import { isConstructor, isPublicMethod } from '../roles/class-shape.ts';
import { isInterface, isTestDouble } from '../roles/kind-filter.ts';
import type { RoleWords } from '../roles/role-words.ts';
import { delegateOf, onlyRaises } from './delegation.ts';

/** Share of one-call delegations from which a class is a facade, and from which it is a wrapper. */
const facadeShare = 0.8;
const wrapperShare = 0.4;

/** What a method hands its work to: `self.attribute`, or what an object literal closes over under the same name. */
function holderOf(delegate: string | undefined, method: string): string | undefined {
  const [receiver, attribute, member, further] = (delegate ?? '').split('.');
  if (receiver === 'self')
    return attribute !== undefined && member !== undefined && further === undefined
      ? `self.${attribute}`
      : undefined;
  return attribute === method ? receiver : undefined;
}

/** How many public methods hand their work to one and the same attribute, as a share. */
function delegatedShare(model: AuditModel, node: ClassNode): number {
  const methods = node.members.filter(isPublicMethod);
  const bodies = model.bodiesOf(node.path).functions;
  const perHolder = new Map<string, number>();
  for (const method of methods) {
    const holder = holderOf(delegateOf(bodies.get(bodyKey(method)) ?? []), method.name);
    if (holder !== undefined) perHolder.set(holder, (perHolder.get(holder) ?? 0) + 1);
  }
  return methods.length === 0 ? 0 : Math.max(0, ...perHolder.values()) / methods.length;
}

/** A class that cannot be made, or none of whose methods does anything but raise. */
function isTombstone(model: AuditModel, node: ClassNode): boolean {
  const bodies = model.bodiesOf(node.path).functions;
  const raises = node.members.map((member) => ({
    member,
    raises: onlyRaises(bodies.get(bodyKey(member)) ?? []),
  }));
  const methods = raises.filter(({ member }) => isPublicMethod(member));
  if (methods.length > 0) return methods.every((each) => each.raises);
  return raises.some(({ member, raises: always }) => isConstructor(member) && always);
}

/** Says what a class that does a role's job is to it. The canonical class is for the caller to name. */
export function classifyClass(
  model: AuditModel,
  node: ClassNode,
  inherits: boolean,
  words: RoleWords,
): Exclude<AuditMemberClass, 'canonical' | 'factory'> {
  if (isTestDouble(node, words)) return 'test-double';
  if (isInterface(node)) return 'interface';
  if (isTombstone(model, node)) return 'tombstone';
  const methods = node.members.filter(isPublicMethod);
  if (methods.length === 0 && node.fact.bases.length > 0) return 'facade';
  if (inherits) return 'variant';
  const share = delegatedShare(model, node);
  if (share >= facadeShare) return 'facade';
  return share >= wrapperShare ? 'wrapper' : 'implementation';
}
