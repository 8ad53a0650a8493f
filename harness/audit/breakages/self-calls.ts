import { bodyKey, type Bodies } from '../facts/bodies.ts';
import { walkCalls, walkStatements } from '../facts/walk-statements.ts';
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
  // A class nested in it is a member too, and so is what its body imports.
  const facts = model.tree.files.get(node.path)?.facts;
  for (const other of facts?.classes ?? [])
    if (other.qualname.startsWith(`${node.fact.qualname}.`)) names.add(other.name);
  for (const each of facts?.imports ?? [])
    if (each.within === node.fact.qualname) names.add(each.local);
  return names;
}

/** Fixtures in the `conftest.py` of a folder give attributes to the test classes below it. */
function isGivenByFixture(model: AuditModel, path: string, name: string): boolean {
  for (let folder = path; folder !== '';) {
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    const fixtures = folder === '' ? 'conftest.py' : `${folder}/conftest.py`;
    if (model.tree.files.has(fixtures) && assignedAttributes(model, fixtures).has(name))
      return true;
  }
  return false;
}

/** Who inherits from whom directly: a class that is inherited from may rely on what its heirs add. */
function heirsByClass(model: AuditModel): Map<ClassNode, ClassNode[]> {
  const heirs = new Map<ClassNode, ClassNode[]>();
  for (const node of model.graph.nodes.values())
    for (const base of model.graph.basesOf(node).bases) {
      const known = heirs.get(base);
      if (known === undefined) heirs.set(base, [node]);
      else known.push(node);
    }
  return heirs;
}

/** A mixin, or something that expects to be mixed with a test case. */
function isCompletedElsewhere(node: ClassNode, name: string): boolean {
  return /mixin/i.test(node.fact.name) || /^(assert|fail|skipTest|subTest|addCleanup)/.test(name);
}

/** Texts that set attributes behind the reader's back. */
const dynamic = new Set(['setattr', 'self.__dict__.update', 'vars']);

/** `self.name` gives `name`; anything else, and a longer chain, nothing. */
function calledOnSelf(callee: string): string | undefined {
  if (!callee.startsWith('self.')) return undefined;
  const name = callee.slice('self.'.length);
  return name.includes('.') ? undefined : name;
}

/** BREAK001: a method called on `self` that neither the class nor any of its bases defines. Python only: a TypeScript compiler says so itself. */
export function createSelfCallCheck(model: AuditModel): (file: SourceFile) => FindingDraft[] {
  const heirs = heirsByClass(model);

  /** A step that a template method leaves to its heirs: one of them defines it, or mixes in who does. */
  function isLeftToHeirs(node: ClassNode, name: string, seen = new Set([node])): boolean {
    return (heirs.get(node) ?? []).some((heir) => {
      if (seen.has(heir)) return false;
      seen.add(heir);
      return knownNames(model, heir)?.has(name) !== false || isLeftToHeirs(heir, name, seen);
    });
  }

  function undefinedCalls(node: ClassNode): FindingDraft[] {
    const drafts: FindingDraft[] = [];
    const bodies = model.bodiesOf(node.path).functions;
    let names: Set<string> | undefined;
    for (const member of node.members) {
      if (member.decorators.some((decorator) => /static|class/.test(decorator))) continue;
      for (const { callee, line } of walkCalls(bodies.get(bodyKey(member)) ?? [])) {
        if (callee.kind !== 'name') continue;
        if (dynamic.has(callee.name)) return [];
        const name = calledOnSelf(callee.name);
        if (name === undefined) continue;
        names ??= knownNames(model, node);
        if (names === undefined) return [];
        if (names.has(name) || name.startsWith('__')) continue;
        if (isLeftToHeirs(node, name) || isGivenByFixture(model, node.path, name)) continue;
        drafts.push({
          rule: 'BREAK001',
          scope: node.scope,
          path: node.path,
          line,
          symbol: member.qualname,
          target: name,
          message: `calls self.${name}(), which ${node.fact.name} and its bases do not define`,
          confidence: heirs.has(node) || isCompletedElsewhere(node, name) ? 'review' : 'certain',
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
