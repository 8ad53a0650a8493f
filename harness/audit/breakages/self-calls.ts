import { bodyKey, type Bodies } from '../facts/bodies.ts';
import { walkExpressions, walkStatements } from '../facts/walk-statements.ts';
import type { AuditModel } from '../model/audit-model.ts';
import { symbolId, type ClassNode } from '../model/class-graph.ts';
import type { SourceFile } from '../model/source-tree.ts';
import type { FindingDraft } from '../rules/identity.ts';

/** Names under which a class answers to anything: no call on it can be said to miss. */
const answering = /^__getattr(ibute)?__$|^__setattr__$/;

/** Attributes set anywhere in a file, on whatever object: `self.a = …`, `server.a = …`. */
function assignedAttributes(model: AuditModel, path: string): ReadonlySet<string> {
  const bodies = model.bodiesOf(path);
  let found = alreadyAssigned.get(bodies);
  if (found === undefined) alreadyAssigned.set(bodies, (found = findAssigned(bodies)));
  return found;
}

/** Every class of a file asks for the same. */
const alreadyAssigned = new WeakMap<Bodies, ReadonlySet<string>>();

function findAssigned({ module, functions }: Bodies): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (target: string | undefined): void => {
    const dot = target?.lastIndexOf('.') ?? -1;
    if (target !== undefined && dot !== -1) found.add(target.slice(dot + 1));
  };
  for (const body of [module, ...functions.values()])
    for (const statement of walkStatements(body)) {
      if (statement.kind === 'assign' || statement.kind === 'loop') statement.targets.forEach(add);
      if (statement.kind === 'with') for (const item of statement.items) add(item.name);
    }
  return found;
}

/** All names that exist on an instance, or undefined when that cannot be known. */
function knownNames(model: AuditModel, node: ClassNode): Set<string> | undefined {
  const { nodes, closed } = model.graph.lineage(node);
  if (!closed) return undefined;
  const names = new Set<string>();
  for (const each of nodes) {
    if (
      each.fact.decorators.length > 0 ||
      each.members.some((member) => answering.test(member.name))
    )
      return undefined;
    for (const field of each.fact.fields) names.add(field);
    for (const member of each.members) names.add(member.name);
    for (const attribute of assignedAttributes(model, each.path)) names.add(attribute);
  }
  // A class nested in it is a member too.
  for (const other of model.tree.files.get(node.path)?.facts.classes ?? [])
    if (other.qualname.startsWith(`${node.fact.qualname}.`)) names.add(other.name);
  return names;
}

/** Mixins are completed by others: a class that somebody inherits from may rely on what they add. */
function inheritedClasses(model: AuditModel): Set<ClassNode> {
  const inherited = new Set<ClassNode>();
  for (const node of model.graph.nodes.values())
    for (const base of model.graph.basesOf(node).bases) inherited.add(base);
  return inherited;
}

/** A mixin, or something that expects to be mixed with a test case. */
function isCompletedElsewhere(node: ClassNode, name: string): boolean {
  return /mixin/i.test(node.fact.name) || /^(assert|fail|skipTest|subTest|addCleanup)/.test(name);
}

/** Texts that set attributes behind the reader's back. */
const dynamic = new Set(['setattr', 'self.__dict__.update', 'vars']);

/** BREAK001: a method called on `self` that neither the class nor any of its bases defines. Python only: a TypeScript compiler says so itself. */
export function createSelfCallCheck(model: AuditModel): (file: SourceFile) => FindingDraft[] {
  const inherited = inheritedClasses(model);

  function undefinedCalls(node: ClassNode): FindingDraft[] {
    const drafts: FindingDraft[] = [];
    const bodies = model.bodiesOf(node.path).functions;
    let names: Set<string> | undefined;
    for (const member of node.members) {
      if (member.decorators.some((decorator) => /static|class/.test(decorator))) continue;
      for (const part of walkExpressions(bodies.get(bodyKey(member)) ?? [])) {
        if (part.kind !== 'call' || part.callee.kind !== 'name') continue;
        if (dynamic.has(part.callee.name)) return [];
        const [receiver, name, rest] = part.callee.name.split('.');
        if (receiver !== 'self' || name === undefined || rest !== undefined) continue;
        names ??= knownNames(model, node);
        if (names === undefined) return [];
        if (names.has(name) || name.startsWith('__')) continue;
        drafts.push({
          rule: 'BREAK001',
          scope: node.scope,
          path: node.path,
          line: part.line,
          symbol: member.qualname,
          target: name,
          message: `calls self.${name}(), which ${node.fact.name} and its bases do not define`,
          confidence:
            inherited.has(node) || isCompletedElsewhere(node, name) ? 'review' : 'certain',
        });
      }
    }
    return drafts;
  }

  return ({ facts }) =>
    facts.lang !== 'py'
      ? []
      : facts.classes.flatMap((fact) => {
          const node = model.graph.nodes.get(symbolId(facts.path, fact.qualname));
          return node === undefined ? [] : undefinedCalls(node);
        });
}
