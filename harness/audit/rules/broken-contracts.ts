import { bodyKey } from '../facts/bodies.ts';
import type { Call } from '../facts/expression.ts';
import type { FunctionFact } from '../facts/file-facts.ts';
import { onlyRaises } from '../facades/delegation.ts';
import { walkCalls } from '../facts/walk-statements.ts';
import { findCandidateFiles, knownNames } from '../factories/candidate-files.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { symbolId, type ClassNode } from '../model/class-graph.ts';
import { isConstructor } from '../roles/class-shape.ts';
import type { FindingDraft } from './identity.ts';
import type { RuleContext } from './rule-context.ts';

/** The constructor a call of a class runs: its own or the nearest inherited one. */
function constructorOf(
  model: AuditModel,
  node: ClassNode,
): { owner: ClassNode; fact: FunctionFact } | undefined {
  for (const owner of model.graph.lineage(node).nodes) {
    const fact = owner.members.find(isConstructor);
    if (fact !== undefined) return { owner, fact };
  }
  return undefined;
}

/** Fields of a destructured parameter hide how many there are. Python marks its own keyword-only ones the same way. */
function isDestructured({ name, params }: FunctionFact): boolean {
  return name === 'constructor' && params.some((param) => param.kind === 'keyword-only');
}

/** Why a call of the class must fail; undefined when it may succeed. */
function constructorFault(
  model: AuditModel,
  node: ClassNode,
  call: Call,
  counted: boolean,
): string | undefined {
  const found = constructorOf(model, node);
  if (found === undefined) return undefined;
  const { owner, fact } = found;
  const body = model.bodiesOf(owner.path).functions.get(bodyKey(fact)) ?? [];
  if (onlyRaises(body)) return `its constructor always raises`;
  if (fact.params.some((param) => param.kind === 'keywords')) return undefined;
  if (!counted || isDestructured(fact)) return undefined;
  const accepted = new Set(fact.params.map((param) => param.name));
  const unknown = call.args.find(({ keyword }) => /^\w/.test(keyword) && !accepted.has(keyword));
  if (unknown !== undefined) return `its constructor has no parameter ${unknown.keyword}`;
  const plain = fact.params.filter((param) => param.kind === 'plain' && param.name !== 'self');
  const spread = call.args.some(({ keyword }) => keyword.startsWith('*'));
  const rest = fact.params.some((param) => param.kind === 'rest');
  const given = call.args.filter(({ keyword }) => keyword === '').length;
  return !spread && !rest && given > plain.length
    ? `its constructor takes ${plain.length} positional arguments, not ${given}`
    : undefined;
}

/** True when all members of the class are known: nothing from outside, no answering for unknown names. */
function isClosed(model: AuditModel, node: ClassNode): boolean {
  const { nodes, closed } = model.graph.lineage(node);
  return (
    closed &&
    nodes.every(
      (each) =>
        !each.members.some((member) => /^__getattr(ibute)?__$/.test(member.name)) &&
        each.fact.decorators.length === 0,
    )
  );
}

function hasMember(model: AuditModel, node: ClassNode, name: string): boolean {
  const prefix = `${node.fact.qualname}.${name}`;
  return (
    name.startsWith('__') ||
    model.graph.nodes.has(symbolId(node.path, prefix)) ||
    model.graph
      .lineage(node)
      .nodes.some(
        (each) =>
          each.fact.fields.includes(name) || each.members.some((member) => member.name === name),
      )
  );
}

/** SSOT010: calls of a role's class that must fail, and class members that do not exist, alias chains followed. */
export function findBrokenContracts({ model, views, consumers }: RuleContext): FindingDraft[] {
  const drafts: FindingDraft[] = [];
  const roleOf = new Map(
    views.flatMap((view) =>
      view.members.map((member) => [symbolId(member.path, member.symbol), view.role.id] as const),
    ),
  );
  const classes = [...roleOf.keys()].filter((id) => model.graph.nodes.has(id));
  const names = knownNames(model, classes);
  for (const { facts, scope } of findCandidateFiles(model, classes)) {
    // JavaScript drops what it was not asked for; only types make one argument too many an error.
    const counted = facts.lang === 'py' || /\.[cm]?tsx?$/.test(facts.path);
    const bodies = model.bodiesOf(facts.path);
    for (const [key, body] of [['', bodies.module] as const, ...bodies.functions])
      for (const call of walkCalls(body)) {
        if (call.callee.kind !== 'name') continue;
        const { name } = call.callee;
        if (!names.has(name.slice(name.lastIndexOf('.') + 1))) continue;
        const within = key.replace(/@\d+$/, '');
        const meaning = model.lookup.inside(facts.path, name, within);
        const [only] = meaning.definitions;
        if (only?.kind !== 'class' || meaning.definitions.length > 1) continue;
        const id = symbolId(only.path, only.fact.qualname);
        const node = roleOf.has(id) ? model.graph.nodes.get(id) : undefined;
        const fault = node === undefined ? undefined : constructorFault(model, node, call, counted);
        if (fault !== undefined)
          drafts.push({
            rule: 'SSOT010',
            role: roleOf.get(id) ?? '',
            scope,
            path: facts.path,
            line: call.line,
            symbol: within,
            target: `${id}()`,
            message: `${name}(…) must fail: ${fault}`,
          });
      }
  }
  for (const site of consumers) {
    const node = model.graph.nodes.get(site.member);
    if (site.how !== 'call' || site.confidence !== 'high' || node === undefined) continue;
    if (hasMember(model, node, site.uses) || !isClosed(model, node)) continue;
    drafts.push({
      rule: 'SSOT010',
      role: site.role,
      scope: site.scope,
      path: site.path,
      line: site.line,
      symbol: site.within,
      target: `${site.member}.${site.uses}`,
      message: `${node.fact.qualname} has no member ${site.uses}`,
    });
  }
  return drafts;
}
