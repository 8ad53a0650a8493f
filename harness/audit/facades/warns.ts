import type { AuditModel } from '../model/audit-model.ts';
import { walkCalls } from '../facts/walk-statements.ts';
import type { Expression } from '../facts/expression.ts';

/** What tells a caller at run time that a door is old: `process.emitWarning`, `warnings.warn`, a notice of our own. */
const tells = /(^|[._#])(warn|emit_?warning|deprecat\w*)$/i;

/** How far a warning may stand from the facade: its own file, what it hands over to, and the notice behind that. */
const reach = 2;

function nameOf(callee: Expression): string {
  if (callee.kind === 'name') return callee.name;
  return callee.kind === 'member' ? callee.name : '';
}

function fileWarns(model: AuditModel, path: string): boolean {
  const { module, functions } = model.bodiesOf(path);
  const blocks = [module, ...functions.values()];
  return (
    blocks.some((block) => walkCalls(block).some(({ callee }) => tells.test(nameOf(callee)))) ||
    (model.tree.files.get(path)?.facts.functions ?? []).some(({ decorators }) =>
      decorators.some((decorator) => tells.test(decorator.replace(/\(.*$/s, ''))),
    )
  );
}

/** True when using what stands in this file gives a warning, in it or in what it imports. */
export function givesWarning(model: AuditModel, path: string): boolean {
  let level = [path];
  const seen = new Set<string>();
  for (let depth = 0; depth <= reach; depth += 1) {
    if (level.some((each) => fileWarns(model, each))) return true;
    for (const each of level) seen.add(each);
    level = level.flatMap((each) => importsOf(model, each)).filter((each) => !seen.has(each));
  }
  return false;
}

function importsOf(model: AuditModel, path: string): string[] {
  const facts = model.tree.files.get(path)?.facts;
  return (facts?.imports ?? [])
    .map(({ module }) => model.tree.resolveModule(path, module))
    .flatMap((target) => (target.kind === 'own' ? [target.path] : []));
}
